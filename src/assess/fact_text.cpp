// SPDX-License-Identifier: Apache-2.0
// Facts and the names of statuses, for people.
#include "assess/words.hpp"
#include "plan/bound.hpp"

#include <tieuchi/assessment.hpp>
#include <tieuchi/fact.hpp>

namespace TIEUCHI_NAMESPACE {

std::string_view to_string(fact_type type) noexcept {
    switch (type) {
    case fact_type::yes_no: return "yes_no";
    case fact_type::count: return "count";
    case fact_type::number: return "number";
    case fact_type::percent: return "percent";
    case fact_type::date: return "date";
    case fact_type::one_of: return "one_of";
    case fact_type::judged: break;
    }
    return "judged";
}

std::string_view to_string(document_status status) noexcept {
    switch (status) {
    case document_status::official: return "official";
    case document_status::local: return "local";
    case document_status::draft: return "draft";
    case document_status::illustrative: break;
    }
    return "illustrative";
}

std::string_view to_string(finding_status status) noexcept {
    switch (status) {
    case finding_status::met: return "met";
    case finding_status::not_met: return "not_met";
    case finding_status::unknown: return "unknown";
    case finding_status::not_applicable: break;
    }
    return "not_applicable";
}

std::string fact::valid_answers(std::string_view language) const {
    const bool vi = impl::serves("vi", language);
    const auto say = [&](std::string_view vietnamese, std::string_view english) {
        return std::string(vi ? vietnamese : english);
    };
    const auto range = [&] { return say(" từ ", " from ") + least.str() + say(" đến ", " to ") + most.str(); };
    const auto digits = [&] {
        if (scale == 0) { return say(", không có phần thập phân", ", without digits after the point"); }
        return say(", tối đa ", ", up to ") + std::to_string(scale) + say(" chữ số thập phân", " digits after the point");
    };
    switch (type) {
    case fact_type::yes_no: return say("yes (có) hoặc no (không)", "yes or no");
    case fact_type::count:
        if (most.units() != impl::model::largest_count * decimal::one) { return say("số nguyên", "a whole number") + range(); }
        if (least.units() == 0) { return say("số nguyên, từ 0 trở lên", "a whole number, 0 or more"); }
        return say("số nguyên, ít nhất ", "a whole number of at least ") + least.str();
    case fact_type::number: {
        const bool bounded = most.units() != impl::model::largest_number * decimal::one ||
                             least.units() != -impl::model::largest_number * decimal::one;
        return say("một số", "a number") + (bounded ? range() : std::string{}) + digits();
    }
    case fact_type::percent: return say("tỷ lệ phần trăm", "a percentage") + digits();
    case fact_type::date: return say("ngày, ví dụ 2022-02-10", "a day, such as 2022-02-10");
    case fact_type::judged: return say("điểm", "points") + range() + say(", mỗi bước ", ", in steps of ") + step.str();
    case fact_type::one_of: break;
    }
    std::string all;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i > 0) { all += i + 1 == options.size() ? say(" hoặc ", " or ") : ", "; }
        all += options[i].name;
    }
    return all;
}

bool fact_value::unknown() const noexcept {
    return fact == nullptr || (!known() && range.least == fact->least && range.most == fact->most);
}

std::optional<date> fact_value::day() const noexcept {
    if (fact == nullptr || fact->type != fact_type::date || !known()) { return std::nullopt; }
    return date_from_days(range.least.units() / decimal::one);
}

const option* fact_value::option() const noexcept {
    if (fact == nullptr || fact->type != fact_type::one_of || !known()) { return nullptr; }
    return &fact->options[static_cast<std::size_t>(range.least.units() / decimal::one)];
}

std::string fact_value::text(std::string_view language) const {
    const impl::words& say = impl::words_in(language);
    const auto number = [&](decimal bound) { return impl::number_in(language, bound.str()); };
    const auto bound_text = [&](decimal bound) -> std::string {
        const std::int64_t whole = bound.units() / decimal::one;
        switch (fact->type) {
        case fact_type::yes_no: return std::string(whole != 0 ? say.yes : say.no);
        case fact_type::date: return to_string(date_from_days(whole));
        case fact_type::one_of: {
            const tieuchi::option& chosen = fact->options[static_cast<std::size_t>(whole)];
            const std::string_view label = impl::text_in(chosen.label, language);
            return label.empty() ? chosen.name : std::string(label);
        }
        case fact_type::percent: return number(bound) + "%";
        case fact_type::count:
        case fact_type::number:
        case fact_type::judged: break;
        }
        return number(bound);
    };
    if (unknown()) { return std::string(say.unknown); }
    if (known()) { return bound_text(range.least); }
    std::string text = bound_text(range.least);
    text += ' ';
    text += say.to;
    text += ' ';
    text += bound_text(range.most);
    return text;
}

} // namespace TIEUCHI_NAMESPACE
