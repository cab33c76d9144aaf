# SPDX-License-Identifier: Apache-2.0
"""CEL: two expressions, the total and, from it, the class, compiled with types; the C++ runtime of its authors."""

import importlib.metadata

from cel_expr_python import cel

import regime
import trial

ROWS = 20_000


def main() -> None:
    data = trial.columns()
    types = {name: cel.Type.BOOL for name in regime.BOOLEANS} | {name: cel.Type.INT for name in regime.NUMBERS}
    environment = cel.NewEnv(variables=types | {"total": cel.Type.INT})
    deduction = f"({regime.FULL} - {regime.LESS} * {{0}} > 0 ? {regime.FULL} - {regime.LESS} * {{0}} : 0)"
    parts = regime.total_in(regime.in_question_marks, "<{}>")
    for name in regime.EVENTS:
        parts = parts.replace(f"<{regime.FULL} - {regime.LESS} * {name}>", deduction.format(name))
    total = environment.compile(parts)
    found = environment.compile(regime.class_in(regime.in_question_marks, "total", "&&", "!"))
    given = data.dictionaries(ROWS)

    def answer(facts: dict) -> tuple[int, int]:
        points = total.eval(data=facts).value()
        return found.eval(data={"total": points, **{name: facts[name] for name in regime.VETOES}}).value(), points

    what = f"CEL, cel-expr-python {importlib.metadata.version('cel-expr-python')}"
    answers = [answer(one) for one in given]
    trial.compare(what, data, [one[0] for one in answers], [one[1] for one in answers])
    trial.measure("cel", what, len(given), lambda: [answer(one) for one in given])


main()
