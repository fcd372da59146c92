"""Whistles blown while the server is killed: each is afterwards where its timeline says."""

MOVES = [("sight", {}), ("coming", {}), ("arrival", {"presence": "site"}),
         ("result", {"words": "已到场处置。"})]
# What the entries of a call leave it as.
STATES = {"whistleCalled": "called", "whistleSeen": "seen", "whistleComing": "coming",
          "whistleArrived": "present", "whistleDone": "done", "whistleDeclined": "declined"}


def blow(worker, client, matter, units):
    """Calls the units; each goes as far as chance has it, and now and then one declines."""
    order = {"kind": "emergency", "ground": "severalUnits", "reason": "多人到场。",
             "place": "综治中心", "calls": [{"unit": unit, "purpose": "核实"} for unit in units]}
    whistle = worker.write(
        client, "whistle", f"{matter}/whistles", order, worker.crew.dispatcher)
    if whistle is None:
        return
    for call in whistle["calls"]:
        token = worker.crew.liaisons[call["unit"]["code"]]
        moves = MOVES[:worker.chance.randint(0, len(MOVES))]
        if worker.chance.random() < 0.2:
            moves = [("refusal", {"words": "不属于本单位职责。"})]
        for noun, body in moves:
            path = f"/whistleCalls/{call['id']}/{noun}"
            if worker.write(client, "move", path, body, token) is None:
                return


def audit(client, house, check, writes):
    """After a restart: what the calls are is what the entries say, no move is there twice, and the
    copies that lists are made of say the same."""
    for write in writes:
        if write.kind != "whistle" or not write.is_done:
            continue
        matter = write.answer.body["matter"]
        told = entries(client, matter)
        found = client.get(f"/matters/{matter}/whistles")
        whistles = found.body["items"] if found.status == 200 else []
        calls = [call for whistle in whistles for call in whistle["calls"]]
        check.that(len(whistles) == 1 and {call["id"] for call in calls} == set(told),
                   f"{len(whistles)} whistles and {len(calls)} calls, told are {len(told)}")
        for call in calls:
            acts = told.get(call["id"], [])
            check.that(len(set(acts)) == len(acts), f"a move is there twice: {acts}")
            state = STATES.get(acts[-1] if acts else "")
            check.that(call["state"] == state, f"a call is {call['state']}, told is {state}")
            check.that(copy_of(house, call["id"], state), f"the copy of a call is not {state}")


def entries(client, matter):
    """The acts of each call, in the order of the timeline."""
    told, after = {}, ""
    while True:
        page = client.get(f"/matters/{matter}/timeline?limit=100{after}").body
        for entry in page["items"]:
            call = entry["facts"].get("call")
            if call:
                told.setdefault(call, []).append(entry["act"])
        if not page.get("next"):
            return told
        after = f"&after={page['next']}"


def copy_of(house, call, state):
    plain = call.replace("-", "")
    key = f"'\\x{plain}'" if house.cluster else f"x'{plain}'"
    return house.count("whistle_calls", f"id = {key} AND state = '{state}'") == 1
