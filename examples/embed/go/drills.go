// SPDX-License-Identifier: Apache-2.0

// Drills asks whether an office is safe from fire.
package main

import (
	"errors"
	"fmt"
	"os"

	"example/drills/tieuchi"
)

func run() error {
	if len(os.Args) != 2 {
		return errors.New("usage: drills RULES")
	}
	fireSafety, err := tieuchi.Load(os.Args[1], "fire_safety", "2022-11-15")
	if err != nil {
		return err
	}
	defer fireSafety.Close()
	known, err := fireSafety.Facts()
	if err != nil {
		return err
	}
	defer known.Close()
	if err := known.SetInteger("staff", 25); err != nil {
		return err
	}
	if err := known.SetYesNo("plan", true); err != nil {
		return err
	}
	if err := known.SetInteger("fires", 0); err != nil {
		return err
	}

	drilled, err := fireSafety.Slot("drilled")
	if err != nil {
		return err
	}
	for _, count := range []int64{18, 17} {
		if err := known.SetIntegerAt(drilled, count); err != nil {
			return err
		}
		answer, err := known.Assess()
		if err != nil {
			return err
		}
		outcome := answer.Outcome
		if outcome == "" {
			outcome = "open"
		}
		fmt.Printf("%d of 25: %s", count, outcome)
		for _, clause := range answer.Because {
			fmt.Printf(", because of %s", clause)
		}
		for _, fact := range answer.Ask {
			fmt.Printf(", ask for %s", fact)
		}
		fmt.Println()
	}
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
