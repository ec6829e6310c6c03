"""Problems are data: what is wrong in which file, on which line, and how to mend it.

The wording of every problem, in Thai and English, stands in ``codes.yml`` beside this
file; code only names a problem and fills in its values.
"""

from gastro.problems.problem import Message, Problem, Spot, problem

__all__ = ["Message", "Problem", "Spot", "problem"]
