# Sweets by their tie to Phetchaburi, and producers in each district, from the CSV files.
# ขนมตามความผูกพันกับเพชรบุรี และจำนวนผู้ผลิตในแต่ละอำเภอ จากไฟล์ CSV
#
#   python3 read_csv.py ADDRESS-OR-FOLDER-OF-THE-DATA
import csv
import io
import sys
from collections import Counter
from pathlib import Path
from urllib.request import urlopen

data = sys.argv[1].rstrip("/")


def table(name):
    """The rows of a table, each a dict by the names of the columns."""
    if data.startswith(("http://", "https://")):
        with urlopen(f"{data}/{name}.csv") as answer:
            text = answer.read().decode("utf-8")
    else:
        text = Path(data, f"{name}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


desserts = table("desserts")
print(len(desserts), "sweets · ขนม")
for tie, count in Counter(row["tie_th"] for row in desserts).most_common():
    print(f"{count:4}  {tie}")

producers = table("producers")
print(len(producers), "producers · ผู้ผลิต")
for district, count in Counter(row["district_en"] or "not known" for row in producers).most_common():
    print(f"{count:4}  {district}")

# A list in one cell: its items are joined by "; ".
palm = [row["name_th"] for row in desserts if "palm-based" in row["categories"].split("; ")]
print("ขนมจากตาลโตนด:", ", ".join(palm))
