# Which statements about a sweet are weak, and what they rest on, from the SQLite file.
# ข้อความใดเกี่ยวกับขนมชนิดหนึ่งที่ความเชื่อมั่นอ่อน และอ้างแหล่งใด จากไฟล์ SQLite
#
#   python3 ask_sqlite.py phetchaburi.sqlite desserts/khanom-tan
import sqlite3
import sys

file, record = sys.argv[1:]
database = sqlite3.connect(file)
found = database.execute(
    """
    SELECT claim.field, claim.confidence, source.title
    FROM claims AS claim
    JOIN claims__sources AS cited ON cited.of_id = claim.id
    JOIN sources AS source ON source.id = cited.value
    WHERE claim.record = ? AND claim.confidence = 'weak'
    ORDER BY claim.id, cited.position
    """,
    [record],
)
for field, confidence, title in found:
    print(f"{field}: {confidence}: {title}")

print("Sweets by tie · ขนมตามความผูกพัน")
for tie, thai, english, count in database.execute("SELECT * FROM sweets_by_tie"):
    print(f"{count:4}  {thai} · {english}")
