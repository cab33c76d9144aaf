# SPDX-License-Identifier: Apache-2.0
"""GoRules ZEN: the regime as a decision graph of one expression node, and as a compiled expression without a graph."""

import importlib.metadata

import zen

import regime
import trial

ROWS = 20_000
VERSION = importlib.metadata.version("zen-engine")
TOTAL = regime.total_in(regime.in_question_marks, "max([0, {}])")


def class_from(total: str) -> str:
    return regime.class_in(regime.in_question_marks, total, "and", "not ")


def graph() -> dict:
    expressions = [{"id": "e1", "key": "total", "value": TOTAL}, {"id": "e2", "key": "class", "value": class_from("$.total")}]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "facts", "position": {"x": 0, "y": 0}},
        {"id": "sum", "type": "expressionNode", "name": "regime", "position": {"x": 1, "y": 0}, "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "answer", "position": {"x": 2, "y": 0}},
    ]
    edges = [{"id": "a", "type": "edge", "sourceId": "in", "targetId": "sum"},
             {"id": "b", "type": "edge", "sourceId": "sum", "targetId": "out"}]
    return {"nodes": nodes, "edges": edges}


def main() -> None:
    data = trial.columns()
    given = data.dictionaries(ROWS)
    # A decision of `create_decision` takes more than ten times as long a call: only an engine that loads its graphs keeps them compiled.
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"regime": graph()}}})

    def decide(options: dict) -> list[dict]:
        return [engine.evaluate("regime", one, options)["result"] for one in given]

    for name, explanation, trace in (("zen", "", False), ("zen_trace", ", its trace on", True)):
        what = f"ZEN {VERSION}, a graph{explanation}"
        answers = decide({"trace": trace})
        trial.compare(what, data, [one["class"] for one in answers], [one["total"] for one in answers])
        trial.measure(name, what, len(given), lambda: decide({"trace": trace}), explains=trace)

    what = f"ZEN {VERSION}, an expression without a graph, the total only"
    total = zen.compile_expression(TOTAL)
    trial.compare(what, data, None, [total.evaluate(one) for one in given])
    trial.measure("zen_expression", what, len(given), lambda: [total.evaluate(one) for one in given])


main()
