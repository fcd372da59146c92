"""What Maplebridge does not keep (docs/privacy.md): no table, column, field, template or pack may
look like a judgement on a person, a list of petitioners, or a trail of anyone."""

import re
from pathlib import Path

from tree import files, finish, identifier_parts, lines

# Parts of names, written together and small: `riskLevel` and `risk_level` are both `risklevel`.
NAME_PARTS = """
riskscore risklevel riskrating riskcolor riskcolour personscore socialscore creditscore
scoreofperson residentscore contactscore callerscore officerscore workerscore
personrank residentrank workerrank leaderboard rankingofworkers
personlabel persontag residentlabel residenttag callerlabel contactlabel contacttag
blacklist greylist graylist watchlist oldcaller isoldcaller repeatpetitioner petitionerlist
petitioners keypersons keypeople attentionlevel attentiontype stabilitycontrol
religion religious ethnic ethnicity politicalview politicalstatus politicalparty partymembership
faceimage faceid faceprint facevector facefeature facerecognition irisscan irisimage irisprint
gaitprint voiceprint imsi wifimac phonescan
locationtrail locationtrack gpstrail gpstrack trajectory traveltrail travelhistory
onlinetime onlineminutes checkinpoints workerpoints pointsbalance
sentimentscore sentiment instability familygraph associategraph
""".split()

WHOLE_NAMES = {"iris", "gait", "religion", "race", "caste", "face"}

# Whole words people read: labels on persons, and a way to close a matter that silences.
CHINESE = ["老户", "缠访", "闹访", "重点人员", "重点人群", "稳控", "息诉罢访", "黑名单", "灰名单",
           "人脸", "虹膜", "步态", "政治面貌", "宗教信仰", "风险人员", "行动轨迹", "活动轨迹",
           "关注程度", "积分排名"]

NAMED = ("Sources/*.sql", "Sources/*.swift", "Sources/*.yaml", "Sources/*.json",
         "Sources/*.mustache")
READ = ("Sources/*.sql", "Sources/*.yaml", "Sources/*.json", "Sources/*.mustache",
        "Sources/*.html")
# A town's data may speak of matters about religion or say that faces are not photographed; what
# counts there are the names of its columns and keys.
DATA = ("Packs/*.yaml", "Packs/*.csv")

# The lists of what is refused: this gate's twin in the program, and its tests.
LISTS = ("Sources/Centre/Packs/ForbiddenField*.swift",)

COMMENT = re.compile(r"^\s*(//|--|#|\{\{!)")


def name_offence(line):
    """The first name on the line that looks like one of the forbidden fields."""
    if COMMENT.match(line):
        return None
    for word in re.findall(r"[A-Za-z_][A-Za-z0-9_-]*", line):
        plain = identifier_parts(word)
        if plain in WHOLE_NAMES or any(part in plain for part in NAME_PARTS):
            return word
    return None


def word_offence(line):
    if COMMENT.match(line):
        return None
    return next((word for word in CHINESE if word in line), None)


def headings(path, rows):
    """The lines of a data file that name fields: a table's first, a list's keys."""
    if path.suffix == ".csv":
        return rows[:1]
    return [(number, line.split(":", 1)[0]) for number, line in rows if ":" in line]


def findings():
    lists = set(files(*LISTS))
    for path in files(*DATA):
        for number, line in headings(path, lines(path)):
            word = name_offence(line) or word_offence(line)
            if word:
                yield f"{path}:{number}: forbidden field {word}"
    for patterns, offence in ((NAMED, name_offence), (READ, word_offence)):
        for path in files(*patterns):
            if path in lists:
                continue
            for number, line in lines(path):
                word = offence(line)
                if word:
                    yield f"{path}:{number}: forbidden field {word}: {line.strip()[:80]}"


def prove():
    for line in ["risk_level TEXT", "let riskLevel: Int", "callerLabel:", "    religion TEXT,",
                 "{{faceImage}}", "gps_trail,worker", "CREATE TABLE petitioners ("]:
        assert name_offence(line), line
    for line in ["surface TEXT", "-- no religion is kept", "fingerprint BYTEA", "interface:",
                 "let traces: [Trace]", "checkIn: time", "score of a step"]:
        assert not name_offence(line), line
    rows = [(1, "code,religion"), (2, "16,Religious affairs")]
    assert [name_offence(line) for _, line in headings(Path("a.csv"), rows)] == ["religion"]
    assert headings(Path("a.yaml"), [(1, "risk: 3")]) == [(1, "risk")]
    assert word_offence("title: 稳控对象") and not word_offence("# 不设稳控任务")


if __name__ == "__main__":
    finish(findings, prove)
