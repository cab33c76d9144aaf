// SPDX-License-Identifier: Apache-2.0

// Package tieuchi assesses by written rules: as much of the library as a form needs.
package tieuchi

/*
#cgo pkg-config: tieuchi-c
#include <stdlib.h>
#include <tieuchi.h>
*/
import "C"

import "unsafe"

// Error is what the library says is wrong.
type Error struct {
	Status                     int
	Code, Where, Message, Help string
}

func (e *Error) Error() string {
	text := e.Code + " " + e.Where + ": " + e.Message
	if e.Help != "" {
		text += ": " + e.Help
	}
	return text
}

func failure(status C.tieuchi_status, e *C.tieuchi_error) error {
	if status == C.TIEUCHI_OK {
		return nil
	}
	return &Error{int(status), C.GoString(&e.code[0]), C.GoString(&e.where[0]), C.GoString(&e.message[0]), C.GoString(&e.help[0])}
}

// borrow lends a Go string to C until done is called.
func borrow(text string) (lent *C.char, done func()) {
	lent = C.CString(text)
	return lent, func() { C.free(unsafe.Pointer(lent)) }
}

// Standard never changes: any number of goroutines may use it at once.
type Standard struct{ c *C.tieuchi_standard }

// Load reads a rule file or a folder of them, and picks the version of a standard in force on a day such as 2022-11-15.
func Load(path, name, day string) (*Standard, error) {
	cPath, done := borrow(path)
	defer done()
	cName, done := borrow(name)
	defer done()
	cDay, done := borrow(day)
	defer done()

	var e C.tieuchi_error
	var rules *C.tieuchi_rulebook
	if err := failure(C.tieuchi_rulebook_load(&rules, nil, &cPath, 1, nil, &e), &e); err != nil {
		return nil, err
	}
	defer C.tieuchi_rulebook_free(rules) // a standard outlives it
	how := C.tieuchi_selection{struct_size: C.sizeof_tieuchi_selection, on: cDay}
	var s Standard
	if err := failure(C.tieuchi_rulebook_standard(&s.c, nil, rules, cName, &how, &e), &e); err != nil {
		return nil, err
	}
	return &s, nil
}

// Close frees the standard; facts made from it live on.
func (s *Standard) Close() {
	C.tieuchi_standard_free(s.c)
	s.c = nil
}

// Slot finds a fact by its name: ask once, and set by the slot.
func (s *Standard) Slot(name string) (uint32, error) {
	cName, done := borrow(name)
	defer done()
	var e C.tieuchi_error
	var slot C.uint32_t
	err := failure(C.tieuchi_standard_slot(&slot, s.c, cName, &e), &e)
	return uint32(slot), err
}

// Facts are what is known about one subject; what is never set is unknown. For one goroutine at a time.
type Facts struct {
	c *C.tieuchi_facts
	e C.tieuchi_error // of every call, so that setting by slot allocates nothing
}

// Facts starts with nothing known.
func (s *Standard) Facts() (*Facts, error) {
	f := new(Facts)
	if err := failure(C.tieuchi_facts_new(&f.c, s.c, &f.e), &f.e); err != nil {
		return nil, err
	}
	return f, nil
}

// Close frees the facts.
func (f *Facts) Close() {
	C.tieuchi_facts_free(f.c)
	f.c = nil
}

// SetInteger sets a whole number.
func (f *Facts) SetInteger(name string, number int64) error {
	cName, done := borrow(name)
	defer done()
	return failure(C.tieuchi_facts_set_integer(f.c, cName, C.int64_t(number), &f.e), &f.e)
}

// SetIntegerAt sets a whole number by its slot: the fast way.
func (f *Facts) SetIntegerAt(slot uint32, number int64) error {
	return failure(C.tieuchi_facts_set_integer_at(f.c, C.uint32_t(slot), C.int64_t(number), &f.e), &f.e)
}

// SetYesNo sets yes or no.
func (f *Facts) SetYesNo(name string, yes bool) error {
	cName, done := borrow(name)
	defer done()
	var truth C.int32_t
	if yes {
		truth = 1
	}
	return failure(C.tieuchi_facts_set_yes_no(f.c, cName, truth, &f.e), &f.e)
}

// Answer is wholly Go's: there is nothing to close.
type Answer struct {
	Outcome string   // empty while several are possible
	Because []string // the clauses that decided
	Ask     []string // the facts that can still change the outcome, the most decisive first
}

// Assess answers from what is known.
func (f *Facts) Assess() (*Answer, error) {
	var a *C.tieuchi_assessment
	is := C.tieuchi_assessment_summary{struct_size: C.sizeof_tieuchi_assessment_summary}
	var clauses **C.char
	var because, questions C.size_t
	status := C.tieuchi_facts_assess(&a, f.c, &f.e)
	defer func() { C.tieuchi_assessment_free(a) }() // and with it every text that is copied below
	if status == C.TIEUCHI_OK {
		status = C.tieuchi_assessment_describe(&is, a, nil, &f.e)
	}
	if status == C.TIEUCHI_OK {
		status = C.tieuchi_assessment_because(&clauses, &because, a, &f.e)
	}
	if status == C.TIEUCHI_OK {
		status = C.tieuchi_assessment_question_count(&questions, a, &f.e)
	}
	answer := &Answer{Outcome: C.GoString(is.outcome_name)}
	for _, clause := range unsafe.Slice(clauses, because) {
		answer.Because = append(answer.Because, C.GoString(clause))
	}
	for i := C.size_t(0); status == C.TIEUCHI_OK && i < questions; i++ {
		ask := C.tieuchi_question{struct_size: C.sizeof_tieuchi_question}
		status = C.tieuchi_assessment_question(&ask, a, i, nil, &f.e)
		answer.Ask = append(answer.Ask, C.GoString(ask.fact))
	}
	return answer, failure(status, &f.e)
}
