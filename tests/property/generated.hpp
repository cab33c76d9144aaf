// SPDX-License-Identifier: Apache-2.0
/// \file
/// Random standards, each in two forms: the text for the library, and a tree that a few plain functions decide by when every fact is
/// known. The two share no code with each other.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace generated {

/// The facts of every generated standard, with so few values each that all subjects can be tried.
struct subject {
    std::array<int, 3> yes_no{}; ///< b0, b1, b2
    std::array<int, 2> count{};  ///< c0 <= c1 <= 3
    int grade = 0;               ///< low, middle, high
    int kind = 0;                ///< red, blue; b2 exists for red only
};

enum class answer : std::uint8_t { no, yes, not_applicable };

/// A condition; `text` is how the language says it.
struct condition {
    enum class form : std::uint8_t {
        fact,
        compare,
        share,
        grade_at_least,
        grade_in,
        kind_is,
        negation,
        both,
        either
    } form = form::fact;
    int which = 0;    ///< fact or count
    int number = 0;   ///< what it is compared with; a percentage; a grade
    int relation = 0; ///< index into `relations`
    std::unique_ptr<condition> left;
    std::unique_ptr<condition> right;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] answer decide(const subject& one) const;
};

struct criterion {
    enum class form : std::uint8_t { when, all_of, any_of, none_of, at_least } form = form::when;
    std::string clause;
    std::unique_ptr<condition> when;
    int needed = 0;
    std::vector<criterion> children;
    std::unique_ptr<condition> only_where;
    std::unique_ptr<condition> unless;

    [[nodiscard]] std::string text(int depth) const;
    [[nodiscard]] answer decide(const subject& one, bool event) const;
};

struct standard {
    std::vector<criterion> criteria;
    std::unique_ptr<condition> not_subject;
    std::unique_ptr<condition> fair;

    [[nodiscard]] std::string text() const;
    /// The outcome's index: good, fair, poor, not_subject.
    [[nodiscard]] std::uint32_t decide(const subject& one) const;
};

/// With `once`, no fact is read twice, which is when the library's answers are exact and not only safe.
[[nodiscard]] standard make(std::mt19937& random, bool once);

/// Every subject there can be.
[[nodiscard]] std::vector<subject> every_subject();

/// The value of fact `i` of a subject, in the order b0 b1 b2 c0 c1 grade kind.
[[nodiscard]] int value_of(const subject& one, std::size_t i);
inline constexpr std::size_t facts = 7;
inline constexpr std::array<const char*, facts> fact_names{"b0", "b1", "b2", "c0", "c1", "grade", "kind"};

} // namespace generated
