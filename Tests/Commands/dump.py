"""Saving and bringing back where the records are on a database server."""

import shutil

import story
from centre import plain
from client import Client
from house import House, PACK
from postgres import Cluster, newest_bin


def on_a_server(centre):
    if newest_bin() is None or not shutil.which("pg_dump"):
        print("left out: backup on a database server, which is not installed here")
        return
    cluster = Cluster()
    try:
        cluster.start()
        cluster.ask("CREATE DATABASE away")
        walk(centre, cluster)
    finally:
        centre.leave()
        cluster.stop()


def walk(centre, cluster):
    key = ["--contact-key-file", str(centre.room / "server.key")]
    (centre.room / "server.key").write_text(plain("keys", "new").stdout)
    home = House(folder=centre.room / "server", cluster=cluster, settings=key)
    away = House(folder=centre.room / "server-away", settings=[
        *key, "--database", cluster.url.replace("/postgres?", "/away?")])
    centre.houses += [home, away]
    home.run("pack", "load", str(PACK))
    home.start()
    receipt = Client(home.port).post("/concerns", story.work_order(channel="web")).body
    backup = str(centre.room / "backup.dump")
    centre.expect("a server's store is dumped while the centre works",
                  home.run("backup", backup), 0, "1 concerns, 1 matters")
    centre.expect("and restored into an empty database", away.run("restore", backup), 0,
                  r"^Restored: 1 concerns, 1 matters")
    centre.expect("and is whole", away.run("verify"), 0, "all whole")
    centre.refused("a database in use is not restored into", away.run("restore", backup),
                   "empty place only")
    centre.refused("a dump does not become a file",
                   centre.place("not-a-server").run("restore", backup), "other kind of store")
    away.start()
    centre.read_back("what a resident said is there again", away, receipt)
