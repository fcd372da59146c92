"""What is tried, in the order in which a centre lives through it."""

import hashlib
import json
import shutil

from centre import Meanwhile, asked, changed, copied, plain, spoken_to
from client import Client
from dump import on_a_server
from house import LOGINS, PACK

PASSWORD = "lantern above the ferry steps"


def set_up(centre):
    home = centre.home
    line = plain("keys", "new")
    centre.expect("a key is one line", line, 0, r"\A1:[A-Za-z0-9+/]{43}=\n\Z")
    centre.key.write_text(line.stdout)
    centre.expect("migrations are applied", home.run("migrate"), 0, r"^applied 1 ",
                  r"^The store is at migration \d+\.$")
    again = home.run("migrate")
    centre.expect("migrating again changes nothing", again, 0, r"\AThe store is at migration")


def load_a_pack(centre):
    home = centre.home
    centre.expect("a sound pack is sound", plain("pack", "check", str(PACK)), 0, "is sound: ")
    centre.expect("a pack is loaded", home.run("pack", "load", str(PACK)), 0,
                  r"is in force as version 1\.$")
    centre.expect("the same pack again changes nothing", home.run("pack", "load", str(PACK)), 0,
                  r"in force already, as version 1\.$")
    broken = centre.room / "broken"
    shutil.copytree(PACK, broken)
    table = broken / "units.csv"
    rows = table.read_text(encoding="utf-8").split("\n")
    names, cells = rows[0].split(","), rows[2].split(",")
    cells[names.index("area")] = "nowhere"
    rows[2] = ",".join(cells)
    table.write_text("\n".join(rows), encoding="utf-8")
    fault = r"^  units\.csv:3: there is no area 'nowhere'$"
    centre.refused("a broken pack is told by file and line", plain("pack", "check", str(broken)),
                   fault)
    centre.refused("a broken pack is not loaded", home.run("pack", "load", str(broken)), fault)
    centre.tally.check("and the version stays", home.count("packs") == 1)


def change_the_calendar(centre):
    home = centre.home
    notice = centre.room / "2027.json"
    days = [{"name": "元旦", "date": "2027-01-01", "isOffDay": True},
            {"name": "春节", "date": "2027-02-08", "isOffDay": True}]
    whole = {"year": 2027, "papers": ["https://www.gov.cn/example.htm"], "days": days}
    notice.write_text(json.dumps({**whole, "days": []}), encoding="utf-8")
    centre.refused("a year without days is not published yet",
                   home.run("calendar", "import", str(notice)), "not been published")
    notice.write_text(json.dumps(whole), encoding="utf-8")
    centre.expect("a year's notice is proposed with its preview",
                  home.run("calendar", "import", str(notice)), 0,
                  r"^Proposed as change 1:", r"2027-02-08 rests 春节", r"when an officer approves")
    centre.refused("and the next one waits for its decision",
                   home.run("calendar", "overlay", "2026-12-30", "--reason", "台风"),
                   "Another change is on its way")
    centre.refused("a file that is none is named",
                   home.run("calendar", "import", str(centre.room / "nowhere.json")),
                   "cannot be read")


def staff_it(centre):
    home = centre.home
    centre.expect("the demo's officers come", home.run("demo", "load", "--staff-only"), 0,
                  rf"  clerk1  {LOGINS['clerk1']}$")
    officers = home.count("officers")
    centre.expect("and only once", home.run("demo", "load", "--staff-only"), 0)
    centre.tally.check("everybody is there", officers == len(LOGINS) == home.count("officers"))
    add = ("officer", "add", "lihua", "--name", "李华", "--unit", "centre", "--role", "clerk")
    centre.expect("an officer is taken in", spoken_to(home, *add, words=f"{PASSWORD}\n"), 0,
                  r"^Officer lihua was taken in\.$", never=(PASSWORD,))
    centre.refused("a login is given once", spoken_to(home, *add, words=f"{PASSWORD}\n"))
    add = ("officer", "add", "another", "--name", "王芳")
    centre.refused("nobody comes without a password", spoken_to(home, *add, words=""), "password")
    centre.refused("a short password is refused", spoken_to(home, *add, words="short\n"))
    centre.expect("posts are listed", home.run("officer", "post", "lihua"), 0, "clerk at centre")


def look_at_it(centre):
    home = centre.home
    secret = centre.key.read_text().strip()
    key = ["--contact-key", secret]
    told = plain("doctor", "--data-directory", str(home.folder), "--demo", *key)
    centre.expect("the doctor finds nothing", told, 0, r"^contactKey +\(secret, ",
                  r"^ok +keys in the store: open$", r"^ok +pack in force: version 1$",
                  never=(secret, secret.partition(":")[2]))
    other = plain("keys", "new").stdout.strip()
    told = plain("doctor", "--data-directory", str(home.folder), "--demo", "--contact-key", other)
    centre.refused("the doctor finds a wrong key", told, r"^wrong +keys in the store: ")


def work_in_it(centre):
    home = centre.home
    home.start()
    centre.register(5)
    answer = Client(home.port).post("/tokens", {"officer": "lihua", "password": PASSWORD})
    centre.tally.check("the new officer signs in", answer.status == 201, answer.text[:300])


def save_it(centre):
    home, before = centre.home, len(centre.receipts)
    with Meanwhile(lambda: centre.register(1)) as work:
        made = home.run("backup", str(centre.backup))
    centre.expect("a backup is made while the centre works", made, 0, r" concerns, .* entries")
    centre.tally.check("and nobody waits for it", work.failure is None, str(work.failure))
    manifest = json.loads((centre.room / "backup.sqlite.manifest.json").read_text())
    count = manifest["count"]["concerns"]
    right = before <= count <= len(centre.receipts) and manifest["brokenLinks"] == 0
    centre.tally.check("the manifest counts what there was", right, str(manifest))
    centre.refused("no backup is written over", home.run("backup", str(centre.backup)),
                   "is there already")
    centre.expect("the timeline is whole", home.run("verify"), 0, "all whole")
    centre.tally.check("the server ends in order", home.stop() == 0, home.last_words())


def bring_it_back(centre):
    away = centre.place("away")
    centre.expect("a backup is restored", away.run("restore", str(centre.backup)), 0,
                  r"^Restored: \d+ concerns")
    centre.expect("and is whole", away.run("verify"), 0, "all whole")
    centre.refused("a place in use is not restored into",
                   away.run("restore", str(centre.backup)), "empty place only")
    away.start()
    centre.read_back("what a resident said is there again", away, centre.receipts[0])
    away.stop()
    damaged = centre.room / "damaged.sqlite"
    content = bytearray(centre.backup.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    place = centre.place("damaged")
    centre.refused("a backup without its manifest is refused",
                   place.run("restore", str(damaged)), "manifest")
    shutil.copy(f"{centre.backup}.manifest.json", f"{damaged}.manifest.json")
    centre.refused("a damaged backup is refused", place.run("restore", str(damaged)),
                   "not the file its manifest tells of")
    centre.tally.check("and leaves nothing", not list(place.folder.glob("maplebridge.sqlite*")))


def change_it_behind_its_back(centre):
    [(chain, position)] = asked(centre.home, """
        SELECT lower(hex(e.chain)), e.position FROM entries e
        WHERE e.concern IS NOT NULL AND e.act = 'concernRegistered'
        ORDER BY e.at LIMIT 1""")
    one = f"lower(hex(chain)) = '{chain}'"
    cases = {
        "an edited entry": (f"UPDATE entries SET at = at - 1 WHERE {one} AND position = "
                            f"{position}", "edited"),
        "a removed entry": (f"DELETE FROM entries WHERE {one} AND position = {position}",
                            "(missing|chainMissing)"),
        "a forged end": (f"UPDATE chain_heads SET position = position + 1 WHERE {one}",
                         "(sealBroken|missing)"),
    }
    for number, (name, (statement, finding)) in enumerate(cases.items()):
        place = copied(centre.home, f"changed-{number}", centre.key, centre)
        centre.tally.check(f"{name}: one row is changed", changed(place, statement) == [1])
        named = rf"^broken: \w+ {chain[-32:]}, position [\d–]+: {finding}"
        centre.refused(f"{name} is found and its chain named", place.run("verify"), named,
                       r"^Error: The timeline is not as it was written: \d+ broken link")


def change_the_key(centre):
    home = centre.home
    old = centre.room / "old.key"
    shutil.copy(centre.key, old)
    line = plain("keys", "new", "--after", str(centre.key))
    centre.expect("the next key has the next version", line, 0, r"\A2:")
    centre.key.write_text(line.stdout + old.read_text())
    home.start()
    centre.expect("keys are rotated while the centre works", home.run("keys", "rotate"), 0,
                  r"locked anew with version 2\.")
    again = home.run("keys", "rotate", "--to", str(centre.key))
    centre.expect("and once is enough", again, 0, r"^0 contacts, 0 matters and 0 keys")
    centre.read_back("the server at work reads on", home, centre.receipts[0])
    centre.tally.check("the server ends again", home.stop() == 0, home.last_words())
    centre.key.write_text(line.stdout)
    centre.expect("the new key alone opens everything", home.run("verify"), 0, "all whole")
    home.start()
    centre.read_back("and what a resident said", home, centre.receipts[-1])
    home.stop()
    late = copied(home, "late", old, centre)
    centre.refused("the old key does not open it", late.run("verify"),
                   "sealed with version 2 of the contact key, which is not given")


def bring_files_in(centre):
    home = centre.home
    sheet = centre.room / "board.csv"
    sheet.write_text("message_id,title,detail,time\n"
                     "B-1,路口积水,下雨后路口积水很深。,2026-03-02 08:15:00\n"
                     "B-2,夜间噪音,工地夜里两点还在施工。,2026-03-02 09:15:00\n", encoding="utf-8")
    before = home.count("concerns")
    ran = home.run("import", "messages", str(sheet))
    centre.expect("a file is taken in", ran, 0, r"^2 registered, 0 known before$")
    centre.expect("the same file brings nothing new", home.run("import", "messages", str(sheet)),
                  0, r"^0 registered, 2 known before$")
    batch = ran.stdout.split("\n")[0].removeprefix("batch ")
    centre.expect("an import is taken back", home.run("import", "undo", batch), 0,
                  r"^2 concerns were taken back\.$")
    centre.tally.check("nothing of it is left", home.count("concerns") == before)
    centre.refused("and not twice", home.run("import", "undo", batch))
    centre.expect("the timeline is whole after it", home.run("verify"), 0, "all whole")


def draw_again(centre):
    """The same draw by the published list, reckoned here in the plainest way."""
    numbers = [f"MZ{serial:011d}" for serial in range(40)]
    hashed = sorted((hashlib.sha256(f"福彩 12\n{number}".encode()).hexdigest(), number)
                    for number in numbers)
    drawn = [number for _, number in hashed[:3]]
    digest = hashlib.sha256("\n".join(drawn).encode()).hexdigest()
    sheet = centre.room / "closed.txt"
    sheet.write_text("\n".join(reversed(numbers)) + "\n", encoding="utf-8")
    words = ["recheck", "draw", "--seed", "福彩 12", "--size", "3"]
    ran = plain(*words, "--numbers", str(sheet))
    centre.expect("a draw is repeated without a store", ran, 0, r"^matters\t40$",
                  rf"^drawn\t{digest}$")
    centre.tally.check("in the order anybody computes", ran.stdout.split("\n")[3:6] == drawn,
                       ran.stdout)
    home = centre.home
    day = ["--from", "2020-01-01", "--to", "2020-01-02"]
    centre.expect("days without a closing draw nothing", home.run(*words, *day), 0,
                  r"^matters\t0$")
    late = ["--from", "2020-01-01", "--to", "2999-01-02"]
    centre.refused("days that are not over are refused", home.run(*words, *late))
    centre.expect("days or numbers, not both",
                  plain(*words, *day, "--numbers", str(sheet)), 64)


ALL = (set_up, load_a_pack, staff_it, change_the_calendar, look_at_it, work_in_it, save_it,
       bring_it_back, change_it_behind_its_back, change_the_key, bring_files_in, draw_again,
       on_a_server)
