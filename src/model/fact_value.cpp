// SPDX-License-Identifier: Apache-2.0
// Values of facts, read by the type of the fact.
#include "model/fact_value.hpp"

#include "base/nearest.hpp"
#include "model/model.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::model {

namespace {

[[nodiscard]] std::string text_of(const value& given) {
    if (const auto* const truth = std::get_if<bool>(&given)) { return *truth ? "true" : "false"; }
    if (const auto* const number = std::get_if<decimal>(&given)) { return number->str(); }
    if (const auto* const day = std::get_if<date>(&given)) { return to_string(*day); }
    const std::string& text = *std::get_if<std::string>(&given);
    constexpr std::size_t most = 60; // enough to recognise it
    if (text.size() <= most) { return text; }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { --end; }
    return text.substr(0, end) + "…";
}

/// The problem `wrong` with a value of another type than its fact.
template <diag wrong>
[[nodiscard]] parsed_value misfit(const fact& fact, const value& given) {
    std::string help = "`" + fact.name + "` is " + fact.valid_answers();
    if (const auto* const text = std::get_if<std::string>(&given)) {
        const auto bad = names::fault_of(*text);
        if (bad && bad->what == names::fault::sort::hidden) { help = "it holds " + bad->text() + ": " + bad->cure(); }
    }
    return {std::nullopt, say<wrong>(text_of(given)).with_help(std::move(help))};
}

/// A yes or no in English or Vietnamese, in capital or small letters and any normal form.
[[nodiscard]] std::optional<bool> truth_in(std::string_view text) {
    constexpr std::size_t longest = 24; // bytes of `KHÔNG` in its longest encoding
    if (text.size() > longest) { return std::nullopt; }
    std::string word(text);
    if (names::is_plain(text)) {
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    } else {
        word = names::folded(text);
    }
    for (const std::string_view yes : {"yes", "true", "1", "có"}) {
        if (word == yes) { return true; }
    }
    for (const std::string_view no : {"no", "false", "0", "không"}) {
        if (word == no) { return false; }
    }
    return std::nullopt;
}

[[nodiscard]] parsed_value read_yes_no(const fact& fact, const value& given) {
    if (const auto* const truth = std::get_if<bool>(&given)) { return {*truth ? 1 : 0, std::nullopt}; }
    if (const auto* const number = std::get_if<decimal>(&given)) {
        if (number->units() == 0 || number->units() == decimal::one) { return {number->units() == 0 ? 0 : 1, std::nullopt}; }
    }
    if (const auto* const text = std::get_if<std::string>(&given)) {
        if (const auto truth = truth_in(*text)) { return {*truth ? 1 : 0, std::nullopt}; }
    }
    return misfit<diag::value_is_no_truth>(fact, given);
}

/// A number as text: digits, perhaps with a point and a power of ten.
struct number_text {
    bool negative = false;
    std::string digits;     ///< without the point
    std::int64_t power = 0; ///< of ten, by which the digits are multiplied
};

[[nodiscard]] std::optional<number_text> split_number(std::string_view text) {
    const auto take = [&](std::string_view marks) {
        const bool found = !text.empty() && marks.find(text.front()) != std::string_view::npos;
        if (found) { text.remove_prefix(1); }
        return found;
    };
    const auto take_digits = [&] {
        const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
        text.remove_prefix(digits.size());
        return digits;
    };
    number_text number;
    number.negative = text.starts_with('-');
    take("+-");
    const std::string_view whole = take_digits();
    const bool point = take(".");
    std::string_view part = point ? take_digits() : std::string_view{};
    if (whole.empty() || (point && part.empty())) { return std::nullopt; }
    if (take("eE")) {
        const bool shrunk = text.starts_with('-');
        take("+-");
        const std::string_view power = take_digits();
        if (power.empty()) { return std::nullopt; }
        for (const char c : power) { number.power = std::min<std::int64_t>(number.power * 10 + (c - '0'), 1'000'000); }
        if (shrunk) { number.power = -number.power; }
    }
    if (!text.empty()) { return std::nullopt; }
    while (part.ends_with('0')) { part.remove_suffix(1); }
    number.digits = std::string(whole) + std::string(part);
    number.digits.erase(0, number.digits.find_first_not_of('0'));
    number.power -= static_cast<std::int64_t>(part.size());
    return number;
}

/// Why a fact cannot have the number that `text` is. Empty where it is not a number, or a number neither too large nor of too many digits.
[[nodiscard]] std::optional<parsed_value> not_held(const fact& fact, const value& given, std::string_view text) {
    constexpr std::int64_t most_digits = 12; // before the point: no fact is larger
    const auto number = split_number(text);
    if (!number || number->digits.empty()) { return std::nullopt; }
    const std::string shown = text_of(given);
    const std::string answers = fact.valid_answers();
    if (static_cast<std::int64_t>(number->digits.size()) + number->power > most_digits) {
        return number->negative
                   ? parsed_value{std::nullopt, say<diag::value_below_least>(shown, fact.least.str(), fact.name, answers)}
                   : parsed_value{std::nullopt, say<diag::value_above_most>(shown, fact.most.str(), fact.name, answers)};
    }
    if (-number->power <= decimal::scale || fact.type == fact_type::count) { return std::nullopt; }
    return parsed_value{std::nullopt, say<diag::value_of_more_digits>(shown, fact.scale, fact.name, answers)};
}

/// Whether a point or a comma in a number may separate thousands or decimals: `1.000` is a thousand to some readers, and one to others.
[[nodiscard]] bool is_ambiguous(std::string_view text) {
    if (text.find_first_of(".,") == std::string_view::npos) { return false; }
    if (const auto number = decimal::parse(text)) { return number->is_whole() || text.size() - text.find('.') == 4; }
    if (text.starts_with('-') || text.starts_with('+')) { text.remove_prefix(1); }
    std::size_t digits = 0;
    for (std::size_t at = text.size(); at > 0; --at) { // groups of three, of which the first may be shorter
        const char c = text[at - 1];
        const bool between = digits == 3 && (c == '.' || c == ',');
        if (!between && (c < '0' || c > '9')) { return false; }
        digits = between ? 0 : digits + 1;
        if (digits > 3) { return false; }
    }
    return digits > 0;
}

/// Checks a number against the bounds, the digits and the step of its fact.
[[nodiscard]] parsed_value fit_number(const fact& fact, decimal number) {
    const auto refused = [](remark problem) { return parsed_value{std::nullopt, std::move(problem)}; };
    if (number < fact.least) {
        return refused(say<diag::value_below_least>(number.str(), fact.least.str(), fact.name, fact.valid_answers()));
    }
    if (number > fact.most) {
        return refused(say<diag::value_above_most>(number.str(), fact.most.str(), fact.name, fact.valid_answers()));
    }
    const std::int64_t unit = power_of_ten(static_cast<unsigned>(decimal::scale - fact.scale));
    if (number.units() % unit != 0) {
        return refused(say<diag::value_of_more_digits>(number.str(), fact.scale, fact.name, fact.valid_answers()));
    }
    if (fact.type == fact_type::judged && number.units() % fact.step.units() != 0) {
        return refused(say<diag::value_between_steps>(number.str(), fact.step.str(), fact.name, fact.valid_answers()));
    }
    return {number.units() / unit, std::nullopt};
}

[[nodiscard]] parsed_value fit_number_of_type(const fact& fact, const value& given, std::optional<decimal> number) {
    if (fact.type == fact_type::count && !(number && number->is_whole())) {
        return misfit<diag::value_is_no_whole_number>(fact, given);
    }
    if (!number) { return misfit<diag::value_is_no_number>(fact, given); }
    return fit_number(fact, *number);
}

[[nodiscard]] parsed_value read_number_text(const fact& fact, const value& given, std::string_view text) {
    if (fact.scale == 0 && is_ambiguous(text)) { return {std::nullopt, say<diag::point_or_comma>(text_of(given), fact.name)}; }
    if (fact.type == fact_type::percent && text.ends_with('%')) { text.remove_suffix(1); }
    const auto number = decimal::parse(text);
    if (!number) {
        if (auto beyond = not_held(fact, given, text)) { return *std::move(beyond); }
    }
    return fit_number_of_type(fact, given, number);
}

[[nodiscard]] parsed_value read_number(const fact& fact, const value& given) {
    if (const auto* const text = std::get_if<std::string>(&given)) { return read_number_text(fact, given, *text); }
    const auto* const exact = std::get_if<decimal>(&given);
    return fit_number_of_type(fact, given, exact == nullptr ? std::nullopt : std::optional(*exact));
}

[[nodiscard]] parsed_value read_date(const fact& fact, const value& given) {
    std::optional<date> day;
    if (const auto* const known = std::get_if<date>(&given); known != nullptr && known->ok()) { day = *known; }
    if (const auto* const text = std::get_if<std::string>(&given)) { day = parse_date(*text); }
    if (!day) { return misfit<diag::value_is_no_day>(fact, given); }
    const std::int64_t units = days_since_epoch(*day);
    if (units * decimal::one < fact.least.units() || units * decimal::one > fact.most.units()) {
        return {std::nullopt, say<diag::value_out_of_calendar>(to_string(*day))};
    }
    return {units, std::nullopt};
}

[[nodiscard]] parsed_value read_option(const fact& fact, const value& given) {
    const auto* const text = std::get_if<std::string>(&given);
    if (text == nullptr) { return misfit<diag::value_is_no_option_name>(fact, given); }
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < fact.options.size(); ++i) {
        if (fact.options[i].name == *text) { return {static_cast<std::int64_t>(i), std::nullopt}; }
        known.push_back(fact.options[i].name);
    }
    return {std::nullopt, say<diag::value_is_no_option>(text_of(given))
                              .with_help(impl::did_you_mean(*text, known, "`" + fact.name + "` is " + fact.valid_answers()))};
}

} // namespace

parsed_value read_value(const fact& fact, const value& given) {
    switch (fact.type) {
    case fact_type::yes_no: return read_yes_no(fact, given);
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: return read_number(fact, given);
    case fact_type::date: return read_date(fact, given);
    case fact_type::one_of: break;
    }
    return read_option(fact, given);
}

} // namespace TIEUCHI_NAMESPACE::impl::model
