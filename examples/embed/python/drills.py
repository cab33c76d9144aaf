# SPDX-License-Identifier: Apache-2.0
import sys

import tieuchi

try:
    rules = tieuchi.load(sys.argv[1])  # a file, or a folder; without a path the regulations that come with the package
    fire_safety = rules.standard("fire_safety", on="2022-11-15")
    known = {"staff": 25, "plan": True, "fires": 0}  # a fact that is not given is unknown
    for drilled in (18, 17):
        answer = fire_safety.assess(known, drilled=drilled)
        if answer.decided:
            print(f"{drilled} of 25: {answer.outcome}, because of {', '.join(answer.because)}")
        else:
            print(f"{drilled} of 25: open, ask for {', '.join(question.fact.name for question in answer.questions)}")
except (OSError, tieuchi.TieuchiError) as error:
    sys.exit(str(error))
