// SPDX-License-Identifier: Apache-2.0
// Facts and readings as they are declared.
#include "base/nearest.hpp"
#include "check/resolve.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

[[nodiscard]] decimal units(std::int64_t whole) { return decimal::from_units(whole * decimal::one); }

[[nodiscard]] std::string_view word_of(aggregate what) {
    switch (what) {
    case aggregate::count: return "count";
    case aggregate::sum: return "sum";
    case aggregate::mean: return "mean";
    case aggregate::least: return "least";
    case aggregate::greatest: break;
    }
    return "greatest";
}

} // namespace

std::vector<option> name_resolver::make_options(const syntax::tree& file, const std::vector<syntax::option>& options) {
    std::vector<option> result;
    for (const auto& each : options) {
        const auto same = [&](const option& other) { return other.name == each.name.text; };
        if (std::any_of(result.begin(), result.end(), same)) {
            error(file, each.name.at, say<diag::option_listed_twice>(each.name.text));
            continue;
        }
        if (result.size() == most_options) {
            error(file, each.name.at, say<diag::too_many_options>(most_options));
            break;
        }
        result.push_back({std::string(each.name.text), literals_.make_labels(file, each.labels)});
    }
    return result;
}

tieuchi::reading name_resolver::make_reading(const syntax::tree& file, const syntax::reading& text) {
    tieuchi::reading result;
    result.name = text.name.text;
    result.label = literals_.make_labels(file, text.labels);
    result.options = make_options(file, text.options);
    for (std::uint32_t i = 0; i < result.options.size(); ++i) {
        if (result.options[i].name == text.default_option.text) {
            result.default_option = result.chosen = i;
            return result;
        }
    }
    std::vector<std::string> known;
    for (const auto& option : result.options) { known.push_back(option.name); }
    error(file, text.default_option.at,
          say<diag::default_is_no_option>(text.default_option.text).with_help(did_you_mean(text.default_option.text, known)));
    return result;
}

tieuchi::fact name_resolver::make_fact(const syntax::tree& file, const syntax::fact& text) {
    fact declared;
    declared.name = text.name.text;
    declared.label = literals_.make_labels(file, text.labels);
    declared.question = text.ask.empty() ? declared.label : literals_.make_labels(file, text.ask);
    declared.evidence = literals_.make_labels(file, text.evidence);
    declared.from_subunits = text.from.has_value();
    for (const auto& kind : text.only_for) { declared.only_for.emplace_back(kind.text); }
    if (text.by) { declared.by = literals_.month_day_of(file, *text.by); }
    set_type(declared, file, text.type);
    if (text.at_least) { set_bound(declared, declared.least, file, *text.at_least); }
    if (text.at_most) { set_bound(declared, declared.most, file, *text.at_most); }
    // What is wrong with the fact's type would show again in all that it reads.
    if (text.from && !check_tally_type(file, *text.from, declared)) { declared.from_subunits = false; }
    if (text.by && declared.type != fact_type::yes_no) { error(file, text.by->at, say<diag::day_of_no_yes_no>()); }
    return declared;
}

/// The type, and all that a fact of that type can be.
void name_resolver::set_type(tieuchi::fact& declared, const syntax::tree& file, const syntax::type& text) {
    switch (text.name) {
    case syntax::type_name::yes_no:
        declared.type = fact_type::yes_no;
        declared.most = decimal::from_units(decimal::one);
        declared.scale = 0;
        break;
    case syntax::type_name::count:
        declared.type = fact_type::count;
        declared.most = units(largest_count);
        break;
    case syntax::type_name::number:
        declared.type = fact_type::number;
        declared.least = units(-largest_number);
        declared.most = units(largest_number);
        if (text.scale) { set_scale(declared, file, *text.scale); }
        break;
    case syntax::type_name::percent:
        declared.type = fact_type::percent;
        declared.most = units(1'000'000);
        declared.scale = percent_scale;
        break;
    case syntax::type_name::date:
        declared.type = fact_type::date;
        declared.least = units(days_since_epoch(*parse_date("1800-01-01")));
        declared.most = units(days_since_epoch(*parse_date("2999-12-31")));
        break;
    case syntax::type_name::one_of:
        declared.type = fact_type::one_of;
        declared.ordered = text.ordered;
        declared.options = make_options(file, text.options);
        declared.most = units(static_cast<std::int64_t>(declared.options.size()) - 1);
        break;
    }
}

void name_resolver::set_scale(tieuchi::fact& declared, const syntax::tree& file, const syntax::number& text) {
    const auto scale = literals_.number_of(file, text);
    if (scale && scale->is_whole() && *scale <= units(decimal::scale)) {
        declared.scale = static_cast<int>(scale->units() / decimal::one);
    } else if (scale) {
        error(file, text.at, say<diag::too_many_digits>());
    }
}

/// Narrows one side of what a fact can be, which the type has set.
void name_resolver::set_bound(const tieuchi::fact& declared, decimal& side, const syntax::tree& file,
                              const syntax::number& text) {
    const auto value = literals_.number_of(file, text);
    if (!value) { return; }
    const bool is_measured =
        declared.type == fact_type::count || declared.type == fact_type::number || declared.type == fact_type::percent;
    const bool is_exact = value->units() % power_of_ten(static_cast<unsigned>(decimal::scale - declared.scale)) == 0;
    if (is_measured && is_exact && *value >= declared.least && *value <= declared.most) {
        side = *value;
        return;
    }
    std::string help = "`" + declared.name + "` is " + declared.valid_answers();
    if (is_exact) { help = "it lies between " + declared.least.str() + " and " + declared.most.str(); }
    if (!is_measured) { help = "only a count, a number or a percentage has bounds"; }
    error(file, text.at, say<diag::bound_is_no_value>(text.digits, declared.name).with_help(help));
}

bool name_resolver::check_tally_type(const syntax::tree& file, const syntax::tally& text, const fact& into) {
    const bool number = into.type == fact_type::number;
    const bool percent = into.type == fact_type::percent;
    bool good = false;
    std::string help;
    switch (text.what) {
    case aggregate::count:
        good = into.type == fact_type::count;
        help = "make it a `count`, or leave `from count of` out";
        break;
    case aggregate::sum:
        good = number || into.type == fact_type::count;
        help = "make it a `count` or a `number`";
        break;
    case aggregate::mean:
        good = number || percent;
        help = "make it a `number` or a `percent`";
        break;
    case aggregate::least:
    case aggregate::greatest:
        good = number || percent || into.type == fact_type::count || into.type == fact_type::date;
        help = "make it a `count`, `number`, `percent` or `date`";
        break;
    }
    if (!good) {
        remark what =
            text.what == aggregate::count ? say<diag::counted_type>() : say<diag::tally_type>(into.name, word_of(text.what));
        error(file, text.at, std::move(what).with_help(help));
    }
    if (text.rounded && text.what != aggregate::mean) { error(file, text.rounded->at, say<diag::only_mean_is_rounded>()); }
    return good;
}

} // namespace TIEUCHI_NAMESPACE::impl::check
