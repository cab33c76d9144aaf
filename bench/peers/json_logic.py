# SPDX-License-Identifier: Apache-2.0
"""JsonLogic on a compiled engine: the total, and the class; the facts are read from JSON before the clock starts."""

import json

import datalogic_py

import regime
import trial

ROWS = 20_000
TRACED = 500


def var(name: str) -> dict:
    return {"var": name}


def total() -> dict:
    parts: list = [{"if": [var(name), points, 0]} for name, points in regime.ITEMS.items()]
    (high, most), (low, some) = regime.LEVELS
    parts += [{"if": [{">=": [var(name), high]}, most, {">=": [var(name), low]}, some, 0]} for name in regime.MEASURES]
    parts += [{"max": [0, {"-": [regime.FULL, {"*": [regime.LESS, var(name)]}]}]} for name in regime.EVENTS]
    return {"+": parts}


def class_from(points) -> dict:
    first, second, third = regime.LIMITS
    no_cap_good, no_cap_fair = ({"!": [var(name)]} for name in regime.VETOES)
    return {"if": [{"and": [{">=": [points, first]}, no_cap_good, no_cap_fair]}, 0, {"and": [{">=": [points, second]}, no_cap_fair]}, 1,
                   {">=": [points, third]}, 2, 3]}


def main() -> None:
    data = trial.columns()
    given = data.dictionaries(ROWS)
    engine = datalogic_py.Engine()
    rules = [engine.compile(class_from(total())), engine.compile(total())]
    handles = [datalogic_py.DataHandle(json.dumps(one)) for one in given]
    with engine.session() as session:
        what = f"JsonLogic, datalogic-py {datalogic_py.__version__}"
        answers = [[session.evaluate_int(rule, one) for one in handles] for rule in rules]
        trial.compare(what, data, *answers)
        trial.measure("json_logic_total", f"{what}, the total only", len(handles), lambda: session.evaluate_batch(rules[1], handles))
        # A rule cannot name what it worked out, so the class works the total out at each limit that it comes to.
        trial.measure("json_logic", f"{what}, the class", len(handles), lambda: session.evaluate_batch(rules[0], handles))

    # The trace is there in one call that also compiles the rule; its answers are text in an envelope.
    rule, texts = json.dumps(class_from(total())), [json.dumps(one) for one in given[:TRACED]]
    traced = [json.loads(engine.evaluate_with_trace(rule, one))["result"] for one in texts]
    trial.compare(f"{what}, traced", data, traced)
    trial.measure("json_logic_trace", f"{what}, the class, its trace on", len(texts),
                  lambda: [engine.evaluate_with_trace(rule, one) for one in texts], explains=True)


main()
