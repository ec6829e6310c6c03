"""Does independent pieces of work on every processor, where there is enough of it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Progress = Callable[[list[Any]], Iterable[Any]]
Job = TypeVar("Job")


def do_all(
    work: Callable[[Job], object], jobs: Sequence[Job], progress: Progress = list, *, many: bool
) -> None:
    """Call ``work`` once for every job; in other processes if there are ``many``.

    What ``work`` raises is raised here. It writes its results itself.
    """
    if not many:
        for job in progress(list(jobs)):
            work(job)
        return
    # Started afresh, not forked: a preview has threads, which a fork would leave hanging.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        begun = [pool.submit(work, job) for job in jobs]
        try:
            for number in progress(list(range(len(begun)))):
                begun[number].result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
