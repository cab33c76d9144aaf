// SPDX-License-Identifier: Apache-2.0
/// \file
/// Facts: values as hosts have them, turned into slots.
#pragma once

#include <tieuchi/facts.hpp>
#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/plan/bound.hpp>
#include <tieuchi/standard.hpp>

#include <algorithm>

namespace tieuchi {

namespace impl::assess {
namespace {

using plan::interval;

/// What a value means for a fact, or what is wrong with it.
struct reading_of_value {
    std::optional<std::int64_t> units; ///< in the fact's own units
    std::string code;
    std::string message;
    std::string help;
};

[[nodiscard]] reading_of_value wrong(std::string code, std::string message, std::string help) {
    return {std::nullopt, std::move(code), std::move(message), std::move(help)};
}

[[nodiscard]] std::string text_of(const value& given) {
    if (const auto* const truth = std::get_if<bool>(&given)) { return *truth ? "yes" : "no"; }
    if (const auto* const number = std::get_if<decimal>(&given)) { return number->str(); }
    if (const auto* const day = std::get_if<date>(&given)) { return to_string(*day); }
    const std::string& text = *std::get_if<std::string>(&given);
    constexpr std::size_t most = 60; // enough to know it again
    if (text.size() <= most) { return text; }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { --end; }
    return text.substr(0, end) + "…";
}

[[nodiscard]] reading_of_value not_a(const fact& of, const value& given, const std::string& what) {
    return wrong("E402", "`" + text_of(given) + "` is not " + what, "`" + of.name + "` is " + of.valid_answers());
}

[[nodiscard]] reading_of_value read_yes_no(const fact& of, const value& given) {
    if (const auto* const truth = std::get_if<bool>(&given)) { return {*truth ? 1 : 0, {}, {}, {}}; }
    if (const auto* const number = std::get_if<decimal>(&given)) {
        if (number->units() == 0 || number->units() == decimal::one) { return {number->units() == 0 ? 0 : 1, {}, {}, {}}; }
    }
    if (const auto* const text = std::get_if<std::string>(&given)) {
        std::string lower = *text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        for (const std::string_view one : {"yes", "true", "1", "có", "Có", "CÓ", "cÓ"}) {
            if (lower == one) { return {1, {}, {}, {}}; }
        }
        for (const std::string_view one : {"no", "false", "0", "không", "khÔng"}) {
            if (lower == one) { return {0, {}, {}, {}}; }
        }
    }
    return not_a(of, given, "yes or no");
}

[[nodiscard]] reading_of_value read_number(const fact& of, const value& given) {
    std::optional<decimal> number;
    if (const auto* const exact = std::get_if<decimal>(&given)) { number = *exact; }
    if (const auto* const text = std::get_if<std::string>(&given)) {
        std::string_view digits = *text;
        if (of.type == fact_type::percent && digits.ends_with('%')) { digits.remove_suffix(1); }
        number = decimal::parse(digits);
    }
    if (!number) { return not_a(of, given, of.type == fact_type::count ? "a whole number" : "a number"); }
    if (of.type == fact_type::count && !number->is_whole()) { return not_a(of, given, "a whole number"); }
    if (*number < of.least || *number > of.most) {
        return wrong("E403",
                     "`" + number->str() + "` is " +
                         (*number < of.least ? "less than " + of.least.str() : "more than " + of.most.str()),
                     "`" + of.name + "` is " + of.valid_answers());
    }
    const std::int64_t unit = slot_unit(of);
    if (number->units() % unit != 0) {
        return wrong("E406", "`" + number->str() + "` has more than " + std::to_string(of.scale) + " digits after the point",
                     "`" + of.name + "` is " + of.valid_answers());
    }
    if (of.type == fact_type::judged && number->units() % of.step.units() != 0) {
        return wrong("E407", "`" + number->str() + "` is not a multiple of " + of.step.str(),
                     "`" + of.name + "` is " + of.valid_answers());
    }
    return {number->units() / unit, {}, {}, {}};
}

[[nodiscard]] reading_of_value read_date(const fact& of, const value& given) {
    std::optional<date> day;
    if (const auto* const known = std::get_if<date>(&given); known != nullptr && known->ok()) { day = *known; }
    if (const auto* const text = std::get_if<std::string>(&given)) { day = parse_date(*text); }
    if (!day) { return not_a(of, given, "a day"); }
    const std::int64_t units = days_since_epoch(*day);
    if (units * decimal::one < of.least.units() || units * decimal::one > of.most.units()) {
        return wrong("E403", "`" + to_string(*day) + "` is out of range", "a day from 1800 to 2999");
    }
    return {units, {}, {}, {}};
}

[[nodiscard]] reading_of_value read_option(const fact& of, const value& given) {
    const auto* const text = std::get_if<std::string>(&given);
    if (text == nullptr) { return not_a(of, given, "the name of an option"); }
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < of.options.size(); ++i) {
        if (of.options[i].name == *text) { return {static_cast<std::int64_t>(i), {}, {}, {}}; }
        known.push_back(of.options[i].name);
    }
    return wrong("E402", "`" + text_of(given) + "` is not one of the options",
                 impl::did_you_mean(*text, known, "`" + of.name + "` is " + of.valid_answers()));
}

[[nodiscard]] reading_of_value read_value(const fact& of, const value& given) {
    switch (of.type) {
    case fact_type::yes_no: return read_yes_no(of, given);
    case fact_type::count:
    case fact_type::number:
    case fact_type::percent:
    case fact_type::judged: return read_number(of, given);
    case fact_type::date: return read_date(of, given);
    case fact_type::one_of: break;
    }
    return read_option(of, given);
}

[[nodiscard]] bool is_unknown(const value& given) {
    const auto* const text = std::get_if<std::string>(&given);
    return std::holds_alternative<unknown_value>(given) || (text != nullptr && text->empty());
}

} // namespace
} // namespace impl::assess

facts::facts(const standard& of) : of_(of.bound_), slots_(of.bound_->nothing_known) {}

void facts::refuse(std::string_view name, std::string code, std::string message, std::string help) {
    diagnostic one;
    one.code = std::move(code);
    one.message = std::move(message);
    one.help = std::move(help);
    one.where = name;
    problems_.push_back(std::move(one));
}

facts& facts::set(std::string_view name, const value& given) {
    const auto found = of_->slots.find(name);
    if (found != of_->slots.end()) { return set(found->second, given); }
    std::vector<std::string_view> known;
    for (const auto& one : of_->model->facts) { known.push_back(one.name); }
    refuse(name, "E401", "standard `" + of_->model->name + "` has no fact `" + std::string(name) + "`",
           impl::did_you_mean(name, known));
    return *this;
}

facts& facts::set(std::string_view name, bool given) { return set(name, value{given}); }
facts& facts::set(std::string_view name, decimal given) { return set(name, value{given}); }
facts& facts::set(std::string_view name, date given) { return set(name, value{given}); }
facts& facts::set(std::string_view name, std::string_view given) { return set(name, value{std::string(given)}); }
facts& facts::set(std::string_view name, const std::string& given) { return set(name, value{given}); }
facts& facts::set(std::string_view name, const char* given) { return set(name, value{std::string(given)}); }

facts& facts::set(std::uint32_t slot, const value& given) {
    assert(slot < slots_.size());
    const fact& of = of_->model->facts[slot];
    forget(slot);
    if (impl::assess::is_unknown(given)) { return *this; }
    auto read = impl::assess::read_value(of, given);
    if (read.units) {
        slots_[slot] = {*read.units, *read.units};
    } else {
        refuse(of.name, std::move(read.code), std::move(read.message), std::move(read.help));
    }
    return *this;
}

facts& facts::set_between(std::uint32_t slot, decimal least, decimal most) {
    assert(slot < slots_.size());
    const fact& of = of_->model->facts[slot];
    forget(slot);
    const std::int64_t unit = impl::slot_unit(of);
    const auto allowed = of_->nothing_known[slot];
    const impl::plan::interval bounds{std::max(allowed.least, least.units() / unit), std::min(allowed.most, most.units() / unit)};
    if (least > most || bounds.least > bounds.most) {
        refuse(of.name, "E403", "from `" + least.str() + "` to `" + most.str() + "` there is no possible value",
               "`" + of.name + "` is " + of.valid_answers());
    } else {
        slots_[slot] = bounds;
    }
    return *this;
}

facts& facts::set_out_of_range(std::string_view name) {
    const auto found = of_->slots.find(name);
    if (found == of_->slots.end()) { return set(name, value{}); }
    set(found->second, value{});
    refuse(name, "E403", "the number cannot be held exactly",
           "`" + std::string(name) + "` is " + of_->model->facts[found->second].valid_answers());
    return *this;
}

/// Back to unknown, and what was wrong with the old value is wrong no more.
void facts::forget(std::uint32_t slot) {
    slots_[slot] = of_->nothing_known[slot];
    const std::string& name = of_->model->facts[slot].name;
    const auto about_it = [&](const diagnostic& one) { return one.where == name; };
    problems_.erase(std::remove_if(problems_.begin(), problems_.end(), about_it), problems_.end());
}

void facts::clear() {
    slots_ = of_->nothing_known;
    problems_.clear();
}

bool facts::knows(std::uint32_t slot) const noexcept {
    assert(slot < slots_.size());
    return slots_[slot].known();
}

diagnostics facts::problems() const {
    diagnostics all = problems_;
    const auto& known = of_->model->facts;
    const auto say = [&](const fact& of, std::string code, std::string message, std::string help) {
        diagnostic one;
        one.code = std::move(code);
        one.message = std::move(message);
        one.help = std::move(help);
        one.where = of.name;
        all.push_back(std::move(one));
    };
    for (std::size_t i = 1; i < known.size(); ++i) {
        const fact& of = known[i];
        if (slots_[i] == of_->nothing_known[i]) { continue; }
        if (!of.only_for.empty() && slots_[0].known()) {
            const std::string& kind = known[0].options[static_cast<std::size_t>(slots_[0].least)].name;
            if (std::find(of.only_for.begin(), of.only_for.end(), kind) == of.only_for.end()) {
                say(of, "E405", "subjects of kind `" + kind + "` have no `" + of.name + "`", "leave it empty");
            }
        }
    }
    for (const auto& [part, whole] : contradictions()) {
        const std::int64_t unit = impl::slot_unit(known[part]);
        say(known[part], "E404",
            "`" + known[part].name + "` is " + decimal::from_units(slots_[part].least * unit).str() + ", but `" +
                known[whole].name + "` is only " + decimal::from_units(slots_[whole].most * unit).str(),
            "a part cannot exceed the whole");
    }
    return all;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> facts::contradictions() const {
    const auto& known = of_->model->facts;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    // What each fact is at the least by those that it bounds is carried upwards, whoever stands between known or not.
    std::vector<std::uint32_t> largest(known.size()); // the fact that says most about it
    for (std::uint32_t i = 0; i < known.size(); ++i) { largest[i] = i; }
    for (const std::uint32_t i : of_->bounds_last) {
        if (!known[i].at_most) { continue; }
        const std::uint32_t bound = *known[i].at_most;
        if (slots_[largest[i]].least > slots_[bound].most) {
            found.emplace_back(largest[i], bound);
        } else if (slots_[largest[i]].least > slots_[largest[bound]].least) {
            largest[bound] = largest[i];
        }
    }
    return found;
}

} // namespace tieuchi
