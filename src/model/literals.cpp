// SPDX-License-Identifier: Apache-2.0
// Words, numbers and days as written, turned into what they mean.
#include "base/names.hpp"
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

std::string unescape(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) { ++i; }
        text += raw[i];
    }
    return text;
}

std::string name_in(std::string_view raw) { return names::composed(unescape(raw)); }

labels checker::make_labels(const syntax::tree& file, const syntax::texts& texts) {
    if (texts.empty()) { return {}; }
    if (const auto known = labels_.find(&texts); known != labels_.end()) { return known->second; }
    std::vector<labels::entry> entries;
    std::set<std::string_view> languages;
    for (const auto& one : texts) {
        std::string language = one.language ? std::string(one.language->text) : std::string{};
        if (!languages.insert(one.language ? one.language->text : std::string_view{}).second) {
            error(file, one.value.at, language.empty() ? say<diag::duplicate_text>() : say<diag::duplicate_language>(language));
            continue;
        }
        entries.push_back({std::move(language), unescape(one.value.raw)});
    }
    return labels_.emplace(&texts, std::move(entries)).first->second;
}

std::vector<std::string> checker::make_cites(const std::vector<syntax::citation>& cites) {
    std::vector<std::string> all;
    for (const auto& cite : cites) {
        const std::string document = cite.document ? name_in(cite.document->raw) + ' ' : std::string{};
        for (const auto& clause : cite.clauses) {
            all.push_back(document + std::string(clause.text));
            spend(1 + parts_of_text(all.back().size()));
        }
    }
    return all;
}

namespace {

/// `1.000`, `12.500`: a dot between thousands, as many write them.
[[nodiscard]] bool may_be_thousands(std::string_view digits) {
    const std::size_t dot = digits.find('.');
    constexpr std::size_t group = 3;
    return dot != std::string_view::npos && dot != 0 && dot <= group && digits.front() != '0' &&
           digits.size() == dot + 1 + group && digits.back() == '0';
}

} // namespace

std::optional<decimal> checker::number_of(const syntax::tree& file, const syntax::number& text) {
    if (may_be_thousands(text.digits)) {
        std::string thousands(text.digits);
        thousands.erase(thousands.find('.'), 1);
        const std::string_view decimals = text.digits.substr(0, text.digits.find_last_not_of('0') + 1);
        error(file, text.at,
              say<diag::may_be_thousands>(text.digits, thousands, decimals.substr(0, decimals.find_last_not_of('.') + 1)));
        return std::nullopt;
    }
    const auto number = decimal::parse(text.digits);
    if (!number) { error(file, text.at, say<diag::number_not_held>(text.digits)); }
    return number;
}

std::optional<tieuchi::date> checker::date_of(const syntax::tree& file, std::string_view digits, span at) {
    const auto day = parse_date(digits);
    if (!day) { error(file, at, say<diag::no_such_day>(digits)); }
    return day;
}

std::optional<month_day> checker::month_day_of(const syntax::tree& file, const syntax::month_day_literal& text) {
    // Any leap year will do: 29 February is a day of the year, in other years it means the 28th.
    const auto day = parse_date("2000-" + std::string(text.digits));
    if (!day) {
        error(file, text.at, say<diag::no_such_month_day>(text.digits));
        return std::nullopt;
    }
    return month_day{day->month, day->day};
}

typed checker::add(const context& where, expression e) {
    const value_type type = e.type;
    e.may_not_apply = may_not_apply(*where.into, e);
    where.into->may_select.push_back(may_select(*where.into, e));
    spend(1);
    where.into->model->expressions.push_back(e);
    return {static_cast<index>(where.into->model->expressions.size() - 1), type};
}

namespace {

/// Half of the range of 64 bits is kept free, so that the difference of two values that fit fits as well.
constexpr int128 largest_value = INT64_MAX / 2;

} // namespace

bool checker::fits(const context& where, span at, int128 least, int128 most, std::initializer_list<index> of) {
    if (least >= -largest_value && most <= largest_value) { return true; }
    complain_of_size(where, at, std::max(most, -least), of);
    return false;
}

/// Names the fact that has no bound of its own, or the widest, and the bound that would do where the value grows with it.
void checker::complain_of_size(const context& where, span at, int128 size, std::initializer_list<index> of) {
    const standard& model = *where.into->model;
    std::set<index> seen(of.begin(), of.end());
    std::vector<index> next(seen.begin(), seen.end());
    std::set<index> facts;
    constexpr std::size_t most_seen = 10'000;
    for (std::size_t i = 0; i < next.size() && next.size() < most_seen; ++i) {
        const expression& e = model.expressions[next[i]];
        if (e.op == operation::fact) { facts.insert(e.at_index); }
        for (const index one : {e.left, e.right, e.third, e.fourth}) {
            if (one != none && seen.insert(one).second) { next.push_back(one); }
        }
    }
    const auto size_of = [&](index one) {
        return std::max(model.facts[one].most.units(), -model.facts[one].least.units()) / decimal::one;
    };
    const auto widest = std::max_element(facts.begin(), facts.end(), [&](index a, index b) { return size_of(a) < size_of(b); });
    if (widest == facts.end() || size_of(*widest) == 0) {
        error(*where.file, at, say<diag::too_large>());
        return;
    }
    const fact& one = model.facts[*widest];
    const bool open = size_of(*widest) >= (one.type == fact_type::count ? largest_count : largest_number);
    const int128 times = size / largest_value + 1;
    std::int64_t enough = 1;
    while (int128{10} * enough * times <= size_of(*widest)) { enough *= 10; }
    const std::string help = enough * times <= size_of(*widest) ? "give `" + one.name + "` a " + (open ? "" : "smaller ") +
                                                                      "bound, such as `at most " + std::to_string(enough) + "`"
                                                                : "make the numbers smaller that it is multiplied with";
    remark what = open ? say<diag::too_large_unbounded>(one.name) : say<diag::too_large_by_fact>(one.name, size_of(*widest));
    error(*where.file, at, std::move(what).with_help(help));
}

bool checker::is_full(const syntax::tree& file) const {
    if (spent_) { return true; }
    const auto found = errors_.find(&file);
    return found != errors_.end() && found->second >= std::max<std::size_t>(bounds_.diagnostics, 1);
}

/// Whether an error was said of exactly this place.
bool checker::is_said(const syntax::tree& file, span at) const {
    return is_full(file) || refused_.contains({&file, at.begin, at.end});
}

void checker::error(const syntax::tree& file, span at, remark what) {
    if (is_full(file) || !said_.emplace(&file, at.begin, at.end, what.message).second) { return; }
    problems_.push_back(problem(std::move(what), file.source, at));
    refused_.emplace(&file, at.begin, at.end);
    if (const std::size_t errors = ++errors_[&file]; is_full(file)) {
        problems_.push_back(problem(say<diag::check_stopped>(errors), file.source, at));
    }
}

/// By file and place; what is said of one place stays in the order in which it was found.
void checker::put_in_order() {
    std::map<const source*, std::size_t> order;
    for (const auto& file : files_) { order.emplace(file.source.get(), order.size()); }
    std::stable_sort(problems_.begin(), problems_.end(), [&](const diagnostic& a, const diagnostic& b) {
        return std::tuple(order[a.origin.get()], is<diag::check_stopped>(a), a.at.begin) <
               std::tuple(order[b.origin.get()], is<diag::check_stopped>(b), b.at.begin);
    });
}

void checker::warn(const syntax::tree& file, span at, remark what) {
    if (!said_.emplace(&file, at.begin, at.end, what.message).second) { return; }
    problems_.push_back(problem(std::move(what), file.source, at));
}

} // namespace TIEUCHI_NAMESPACE::impl::model
