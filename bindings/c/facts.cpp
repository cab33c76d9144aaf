// SPDX-License-Identifier: Apache-2.0
/// \file
/// Setting facts one by one.
#include "base/diagnostic_catalogue.hpp"
#include "diagnostics.hpp"
#include "handles.hpp"
#include "slots.hpp"
#include "text.hpp"

#include <optional>

using namespace tieuchi::c;

namespace {

/// Whether a problem is about the value alone, not about its relation to another fact, which may still change.
[[nodiscard]] bool is_refusal(const tieuchi::diagnostic& problem) {
    using tieuchi::impl::diag;
    return !tieuchi::impl::is<diag::part_exceeds_whole>(problem) && !tieuchi::impl::is<diag::fact_of_other_kind>(problem);
}

/// Fails if the value just set was refused. Fast path: if the fact is now known, it was not.
void check_set(const tieuchi_facts& facts, uint32_t slot) {
    if (facts.value.knows(slot) && !facts.baseline.knows(slot)) { return; }
    const std::string& name = facts.standard.facts()[slot].name;
    tieuchi::diagnostics refusals;
    for (auto& problem : facts.value.problems()) {
        if (problem.where == name && is_refusal(problem)) { refusals.push_back(std::move(problem)); }
    }
    if (!refusals.empty()) { throw refusal_for(TIEUCHI_BAD_DATA, refusals); }
}

/// Sets a fact by calling `set(facts, slot)`.
template <class Set>
tieuchi_status set_at(tieuchi_facts* facts, uint32_t slot, tieuchi_error* error, const Set& set) {
    return guarded(error, [&] {
        tieuchi_facts& target = needed(facts, "facts");
        element(target.standard.facts(), slot, "slot");
        set(target, slot);
        check_set(target, slot);
    });
}

template <class Set>
tieuchi_status set_named(tieuchi_facts* facts, const char* name, tieuchi_error* error, const Set& set) {
    return guarded(error, [&] {
        tieuchi_facts& target = needed(facts, "facts");
        const uint32_t slot = slot_of(target.standard, text_in(name, "name"));
        set(target, slot);
        check_set(target, slot);
    });
}

void set_value(tieuchi_facts& facts, uint32_t slot, const tieuchi::value& value) { facts.value.set(slot, value); }

/// Sets a number exactly as given; one that no decimal can hold is refused.
template <class Number>
void set_number(tieuchi_facts& facts, uint32_t slot, Number number) {
    facts.value.set(facts.standard.facts()[slot].name, number);
}

[[nodiscard]] auto yes_no(int32_t yes) {
    return [yes](tieuchi_facts& facts, uint32_t slot) { set_value(facts, slot, yes != 0); };
}

[[nodiscard]] auto integer(int64_t number) {
    return [number](tieuchi_facts& facts, uint32_t slot) { set_number(facts, slot, number); };
}

/// `number` / 10^digits; nullopt if that is not a whole number of millionths.
[[nodiscard]] std::optional<tieuchi::decimal> from_scaled(int64_t number, uint32_t digits) {
    for (; digits > tieuchi::decimal::scale; --digits) {
        if (number % 10 != 0) { return std::nullopt; }
        number /= 10;
    }
    for (; digits < tieuchi::decimal::scale; ++digits) {
        if (__builtin_mul_overflow(number, int64_t{10}, &number)) { return std::nullopt; }
    }
    return tieuchi::decimal::from_units(number);
}

[[nodiscard]] auto scaled(int64_t number, uint32_t digits) {
    return [number, digits](tieuchi_facts& facts, uint32_t slot) {
        if (digits > 18) { throw refusal{TIEUCHI_INVALID_ARGUMENT, "`digits` is " + std::to_string(digits) + ", more than 18"}; }
        if (const auto exact = from_scaled(number, digits)) { return set_value(facts, slot, *exact); }
        set_value(facts, slot, std::to_string(number) + "e-" + std::to_string(digits)); // refused: no decimal holds it
    };
}

[[nodiscard]] auto floating(double number) {
    return [number](tieuchi_facts& facts, uint32_t slot) { set_number(facts, slot, number); };
}

[[nodiscard]] auto text(const char* value) {
    return [value](tieuchi_facts& facts, uint32_t slot) { set_value(facts, slot, std::string(text_in(value, "text"))); };
}

[[nodiscard]] auto text(const char* value, size_t length) {
    return [=](tieuchi_facts& facts, uint32_t slot) { set_value(facts, slot, std::string(text_of(value, length, "text"))); };
}

[[nodiscard]] auto day(int32_t year, uint32_t month, uint32_t number) {
    return [=](tieuchi_facts& facts, uint32_t slot) {
        const tieuchi::date date(year, month, number);
        if (!date.ok()) {
            throw refusal{TIEUCHI_INVALID_ARGUMENT, "there is no day " + std::to_string(number) + " of month " +
                                                        std::to_string(month) + " of the year " + std::to_string(year)};
        }
        set_value(facts, slot, date);
    };
}

[[nodiscard]] auto between(int64_t least, int64_t most) {
    return [least, most](tieuchi_facts& facts, uint32_t slot) {
        const auto type = facts.standard.facts()[slot].type;
        if (type == tieuchi::fact_type::yes_no || type == tieuchi::fact_type::one_of || type == tieuchi::fact_type::date) {
            throw refusal{TIEUCHI_INVALID_ARGUMENT, "`" + facts.standard.facts()[slot].name + "` is no number"};
        }
        facts.value.set_between(slot, tieuchi::decimal::from_units(least), tieuchi::decimal::from_units(most));
    };
}

[[nodiscard]] auto nothing() {
    return [](tieuchi_facts& facts, uint32_t slot) { set_value(facts, slot, tieuchi::unknown_value{}); };
}

} // namespace

tieuchi_status tieuchi_facts_new(tieuchi_facts** out, const tieuchi_standard* standard, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_facts*& handle = place_for(out);
        make(handle, needed(standard, "standard").value);
    });
}

tieuchi_status tieuchi_facts_set_yes_no(tieuchi_facts* facts, const char* name, int32_t yes, tieuchi_error* error) {
    return set_named(facts, name, error, yes_no(yes));
}
tieuchi_status tieuchi_facts_set_yes_no_at(tieuchi_facts* facts, uint32_t slot, int32_t yes, tieuchi_error* error) {
    return set_at(facts, slot, error, yes_no(yes));
}

tieuchi_status tieuchi_facts_set_integer(tieuchi_facts* facts, const char* name, int64_t number, tieuchi_error* error) {
    return set_named(facts, name, error, integer(number));
}
tieuchi_status tieuchi_facts_set_integer_at(tieuchi_facts* facts, uint32_t slot, int64_t number, tieuchi_error* error) {
    return set_at(facts, slot, error, integer(number));
}

tieuchi_status tieuchi_facts_set_scaled(tieuchi_facts* facts, const char* name, int64_t number, uint32_t digits,
                                        tieuchi_error* error) {
    return set_named(facts, name, error, scaled(number, digits));
}
tieuchi_status tieuchi_facts_set_scaled_at(tieuchi_facts* facts, uint32_t slot, int64_t number, uint32_t digits,
                                           tieuchi_error* error) {
    return set_at(facts, slot, error, scaled(number, digits));
}

tieuchi_status tieuchi_facts_set_double(tieuchi_facts* facts, const char* name, double number, tieuchi_error* error) {
    return set_named(facts, name, error, floating(number));
}
tieuchi_status tieuchi_facts_set_double_at(tieuchi_facts* facts, uint32_t slot, double number, tieuchi_error* error) {
    return set_at(facts, slot, error, floating(number));
}

tieuchi_status tieuchi_facts_set_text(tieuchi_facts* facts, const char* name, const char* value, tieuchi_error* error) {
    return set_named(facts, name, error, text(value));
}
tieuchi_status tieuchi_facts_set_text_at(tieuchi_facts* facts, uint32_t slot, const char* value, tieuchi_error* error) {
    return set_at(facts, slot, error, text(value));
}
tieuchi_status tieuchi_facts_set_text_at_n(tieuchi_facts* facts, uint32_t slot, const char* value, size_t length,
                                           tieuchi_error* error) {
    return set_at(facts, slot, error, text(value, length));
}

tieuchi_status tieuchi_facts_set_date(tieuchi_facts* facts, const char* name, int32_t year, uint32_t month, uint32_t number,
                                      tieuchi_error* error) {
    return set_named(facts, name, error, day(year, month, number));
}
tieuchi_status tieuchi_facts_set_date_at(tieuchi_facts* facts, uint32_t slot, int32_t year, uint32_t month, uint32_t number,
                                         tieuchi_error* error) {
    return set_at(facts, slot, error, day(year, month, number));
}

tieuchi_status tieuchi_facts_set_between(tieuchi_facts* facts, const char* name, int64_t least, int64_t most,
                                         tieuchi_error* error) {
    return set_named(facts, name, error, between(least, most));
}
tieuchi_status tieuchi_facts_set_between_at(tieuchi_facts* facts, uint32_t slot, int64_t least, int64_t most,
                                            tieuchi_error* error) {
    return set_at(facts, slot, error, between(least, most));
}

tieuchi_status tieuchi_facts_set_unknown(tieuchi_facts* facts, const char* name, tieuchi_error* error) {
    return set_named(facts, name, error, nothing());
}
tieuchi_status tieuchi_facts_set_unknown_at(tieuchi_facts* facts, uint32_t slot, tieuchi_error* error) {
    return set_at(facts, slot, error, nothing());
}

tieuchi_status tieuchi_facts_clear(tieuchi_facts* facts, tieuchi_error* error) {
    return guarded(error, [&] { needed(facts, "facts").value.clear(); });
}

int32_t tieuchi_facts_knows(const tieuchi_facts* facts, uint32_t slot) {
    return facts != nullptr && slot < facts->standard.facts().size() && facts->value.knows(slot) ? 1 : 0;
}

tieuchi_status tieuchi_facts_problems(tieuchi_diagnostics** out, const tieuchi_facts* facts, tieuchi_error* error) {
    return guarded(error, [&] {
        tieuchi_diagnostics*& list = place_for(out);
        make(list, needed(facts, "facts").value.problems());
    });
}

void tieuchi_facts_free(tieuchi_facts* facts) { delete facts; } // NOLINT(cppcoreguidelines-owning-memory)
