# SPDX-License-Identifier: Apache-2.0
"""Examples as they stand in rule files, with what must come of them, or something else."""
from fractions import Fraction


def example_of(chance, name, standard, asked, facts, answer, people):
    """The text of an example, and whether it passes."""
    lines = [f'example "{name}" for {standard} {{', f"on {asked['on']}"]
    if asked["place"]:
        lines.append(f'place "{asked["place"]}"')
    lines += [f"reading {reading} is {option}" for reading, option in asked["readings"].items()]
    given = ", ".join(item(one, value, people) for one, value in facts.items())
    lines.append(f"given {{ {given} }}")
    expected, passes = expectations(chance, answer)
    return "\n".join([*lines, *expected, "}"]), passes


def item(name, value, people):
    called = "previous " + name.removeprefix("previous_") if name.startswith("previous_") else name
    if isinstance(value, bool):
        return f"{called} {'yes' if value else 'no'}"
    one = people.subject.fact(name)
    percent = one is not None and not one.quantity and one.type == "percent"
    return f"{called} {value}{'%' if percent else ''}"


def expectations(chance, answer):
    lines, passes = [f"expect outcome {answer['outcomes'][0]}"], True
    if chance.one_in(3):
        lines = [f"expect outcome in ({', '.join(answer['outcomes'])})"]
    for clause, status in chance.some(list(answer["findings"].items()), 2):
        wrong = chance.one_in(6)
        passes = passes and not wrong
        told = {"met": "not met", "not_met": "met", "not_applicable": "met"}[status] if wrong else status.replace("_", " ")
        lines.append(f"expect criterion {clause} is {told}")
    if "total" in answer:
        total = Fraction(answer["total"][0]) + (wrong := chance.one_in(8))
        passes = passes and not wrong
        lines.append(f"expect total {decimal(total)}")
        if answer["points"]:
            clause = chance.choice(sorted(answer["points"]))
            lines.append(f"expect points of {clause} is {answer['points'][clause][0]}")
    return lines, passes


def decimal(number):
    return f"{float(number):.6f}".rstrip("0").rstrip(".")
