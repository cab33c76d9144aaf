// SPDX-License-Identifier: Apache-2.0
// Facts, quantities and readings: found by name, and brought into the standards that use them.
#include "base/nearest.hpp"
#include "model/checker.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::model {

namespace {

[[nodiscard]] decimal units(std::int64_t whole) { return decimal::from_units(whole * decimal::one); }

/// The texts of a fact, said of the period before. Languages that the library has no words in keep the text as it is.
[[nodiscard]] labels of_period_before(const labels& of, std::string_view vietnamese, std::string_view english, bool in_front) {
    std::vector<labels::entry> entries = of.entries();
    for (auto& one : entries) {
        const std::string_view said = one.language == "vi" ? vietnamese : one.language == "en" ? english : std::string_view{};
        one.text.insert(in_front ? 0 : one.text.size(), said);
    }
    return labels(std::move(entries));
}

/// What to do about an option that stands where a fact has to; empty where no fact has it.
[[nodiscard]] std::string advise_on_option(const declarations& facts, std::string_view option) {
    for (const auto& [name, one] : facts) {
        const auto* const fact = std::get_if<const syntax::fact*>(&one.what);
        if (fact == nullptr) { continue; }
        const auto& options = (*fact)->type.options;
        const auto is_it = [&](const auto& other) { return other.name.text == option; };
        if (std::none_of(options.begin(), options.end(), is_it)) { continue; }
        const std::string of(name);
        return "it is an option of `" + of + "`: write `" + of + " is " + std::string(option) +
               "`, or all that are meant, as in `" + of + " in (…, " + std::string(option) + ")`";
    }
    return {};
}

} // namespace

const declaration* checker::find(const standard_scope& names, std::string_view name) const {
    if (const auto own = names.own.find(name); own != names.own.end()) { return &own->second; }
    for (const document_scope* const one : names.amended_by) {
        if (const auto shared = one->shared.find(name); shared != one->shared.end()) { return &shared->second; }
    }
    const auto shared = names.document->shared.find(name);
    return shared == names.document->shared.end() ? nullptr : &shared->second;
}

symbol* checker::resolve(const context& where, const syntax::word& name) {
    if (name.text == "kind") { return &where.into->symbols.find("kind")->second; }
    if (const declaration* const found = find(*where.names, name.text)) {
        symbol* const in = bring_in(where, *found);
        if (in != nullptr) { in->used = true; }
        return in;
    }
    if (is_said(*where.file, name.at)) { return nullptr; } // looking for the nearest name takes time
    std::vector<std::string_view> known{"kind"};
    for (const auto& [one, at] : where.names->own) { known.push_back(one); }
    for (const auto& [one, at] : where.names->document->shared) { known.push_back(one); }
    std::string help = did_you_mean(name.text, known, "declare it in a `facts` block");
    for (const auto* const facts : {&where.names->document->shared, &where.names->own}) {
        if (std::string option = advise_on_option(*facts, name.text); !option.empty()) { help = std::move(option); }
    }
    if (name.text.starts_with(previous_prefix)) {
        help = "write `previous " + std::string(name.text.substr(previous_prefix.size())) + "`";
    }
    error(*where.file, name.at, say<diag::unknown_fact>(name.text).with_help(help));
    return nullptr;
}

symbol* checker::bring_in(const context& where, const declaration& one) {
    standard_scope& into = *where.into;
    if (is_spent(*into.file, into.text->name.at)) { return nullptr; }
    const std::string name(one.name().text);
    const auto mark_used = [&](document_scope& in) {
        const auto shared = in.shared.find(name);
        if (shared != in.shared.end() && &shared->second == &one) { in.used[shared->first] = true; }
    };
    mark_used(*into.document);
    for (document_scope* const amending : into.amended_by) { mark_used(*amending); }
    const auto found = into.symbols.find(name);
    if (found != into.symbols.end() && found->second.from == &one) {
        symbol& known = found->second;
        if (known.being_checked) {
            error(*one.file, one.name().at, say<diag::defined_by_itself>(name));
            return nullptr;
        }
        return known.failed ? nullptr : &known;
    }
    spend(parts_of_clause + parts_of_text(3 * name.size()));
    symbol made{&one, where.names, none, false, false, false};
    if (found != into.symbols.end()) {
        error(*one.file, one.name().at, say<diag::name_of_two_meanings>(name, into.model->name));
        return nullptr;
    }
    if (const auto* const fact = std::get_if<const syntax::fact*>(&one.what)) {
        if (into.model->facts.size() >= bounds_.facts) {
            error(*into.file, into.text->name.at, say<diag::too_many_facts>(into.model->name, bounds_.facts));
            return nullptr;
        }
        tieuchi::fact as = make_fact(*one.file, **fact);
        bound_by_others(*where.names, one, as);
        made.at_index = add_fact(where, std::move(as), {one.file, one.name().at});
    } else if (const auto* const read = std::get_if<const syntax::reading*>(&one.what)) {
        made.at_index = static_cast<index>(into.model->readings.size());
        into.model->readings.push_back(make_reading(*one.file, **read));
        spend(parts_of_fact + into.model->readings.back().options.size());
        into.model->readings.back().cites = make_cites((*read)->cites);
    }
    symbol& kept = into.symbols.emplace(name, made).first->second;
    if (const auto* const quantity = std::get_if<const syntax::quantity*>(&one.what)) {
        return check_quantity(where, **quantity, kept, *one.file) ? &kept : nullptr;
    }
    return &kept;
}

bool checker::check_quantity(const context& where, const syntax::quantity& text, symbol& as, const syntax::tree& file) {
    context inside = where;
    inside.file = &file;
    inside.of_subunit = false;
    inside.of_outcome = false;
    as.being_checked = true;
    constexpr std::uint32_t near = 8;
    if (depth_ > near) { bring_in_parts(inside, *as.from); }
    typed value = text.when ? check_table(inside, text) : check_expression(inside, text.value);
    if (value && text.rounded) { value = rounded(inside, value, *text.rounded); }
    as.being_checked = false;
    as.at_index = value.id;
    const bool of_a_fact = value && value.type == value_type::options && !text.when;
    as.failed = !value || of_a_fact || value.type == value_type::duration;
    if (of_a_fact) {
        error(file, text.name.at, say<diag::quantity_of_options>());
    } else if (value && as.failed) {
        error(file, text.name.at, say<diag::quantity_of_time>());
    }
    return !as.failed;
}

/// The quantities that one names, not brought in yet.
std::vector<const declaration*> checker::parts_of(const context& where, const declaration& one) const {
    const auto* const text = std::get_if<const syntax::quantity*>(&one.what);
    if (text == nullptr) { return {}; }
    std::vector<syntax::expression_id> next{(*text)->value, (*text)->when, (*text)->otherwise};
    for (const auto& line : (*text)->lines) { next.insert(next.end(), {line.value, line.when}); }
    std::vector<const declaration*> parts;
    while (!next.empty()) {
        const syntax::expression_id id = next.back();
        next.pop_back();
        if (!id) { continue; }
        const syntax::expression& e = (*one.file)[id];
        next.insert(next.end(), {e.left, e.right});
        if (e.op != syntax::operation::name) { continue; }
        const declaration* const part = find(*where.names, e.words.front().text);
        if (part == nullptr || part->what.index() != 1) { continue; }
        if (where.into->symbols.find(e.words.front().text) == where.into->symbols.end()) { parts.push_back(part); }
    }
    return parts;
}

/// Brings in all quantities that one builds on, each after those that it builds on itself: without this, the stack would have to hold a
/// whole chain of them.
void checker::bring_in_parts(const context& where, const declaration& one) {
    struct step {
        const declaration* at;
        std::vector<const declaration*> parts;
    };
    std::set<const declaration*> seen{&one};
    std::vector<step> way;
    way.push_back({&one, parts_of(where, one)});
    while (!way.empty()) {
        step& here = way.back();
        if (here.parts.empty()) {
            if (here.at != &one) { static_cast<void>(bring_in(where, *here.at)); }
            way.pop_back();
            continue;
        }
        const declaration* const part = here.parts.back();
        here.parts.pop_back();
        if (seen.insert(part).second) { way.push_back({part, parts_of(where, *part)}); }
    }
}

index checker::add_fact(const context& where, tieuchi::fact made, const declared_fact& from) {
    spend(parts_of_fact + parts_of_text(2 * made.name.size()) + made.options.size() + made.only_for.size() / 2);
    where.into->sources.push_back(from);
    where.into->model->facts.push_back(std::move(made));
    where.into->fact_read.push_back(false);
    return static_cast<index>(where.into->model->facts.size() - 1);
}

std::vector<option> checker::make_options(const syntax::tree& file, const std::vector<syntax::option>& options) {
    std::vector<option> made;
    for (const auto& one : options) {
        const auto same = [&](const option& other) { return other.name == one.name.text; };
        if (std::any_of(made.begin(), made.end(), same)) {
            error(file, one.name.at, say<diag::option_listed_twice>(one.name.text));
            continue;
        }
        if (made.size() == most_options) {
            error(file, one.name.at, say<diag::too_many_options>(most_options));
            break;
        }
        made.push_back({std::string(one.name.text), make_labels(file, one.labels)});
    }
    return made;
}

tieuchi::reading checker::make_reading(const syntax::tree& file, const syntax::reading& text) {
    tieuchi::reading made;
    made.name = text.name.text;
    made.label = make_labels(file, text.labels);
    made.options = make_options(file, text.options);
    for (std::uint32_t i = 0; i < made.options.size(); ++i) {
        if (made.options[i].name == text.standard_option.text) {
            made.standard_option = made.chosen = i;
            return made;
        }
    }
    std::vector<std::string> known;
    for (const auto& one : made.options) { known.push_back(one.name); }
    error(file, text.standard_option.at,
          say<diag::default_is_no_option>(text.standard_option.text).with_help(did_you_mean(text.standard_option.text, known)));
    return made;
}

tieuchi::fact checker::make_fact(const syntax::tree& file, const syntax::fact& text) {
    fact made;
    made.name = text.name.text;
    made.label = make_labels(file, text.labels);
    made.question = text.ask.empty() ? made.label : make_labels(file, text.ask);
    made.evidence = make_labels(file, text.evidence);
    made.from_subunits = text.from.has_value();
    for (const auto& kind : text.only_for) { made.only_for.emplace_back(kind.text); }
    if (text.by) { made.by = month_day_of(file, *text.by); }

    switch (text.type.name) {
    case syntax::type_name::yes_no: made.type = fact_type::yes_no; break;
    case syntax::type_name::count: made.type = fact_type::count; break;
    case syntax::type_name::number: made.type = fact_type::number; break;
    case syntax::type_name::percent: made.type = fact_type::percent; break;
    case syntax::type_name::date: made.type = fact_type::date; break;
    case syntax::type_name::one_of: made.type = fact_type::one_of; break;
    }
    switch (made.type) {
    case fact_type::yes_no:
        made.most = decimal::from_units(decimal::one);
        made.scale = 0;
        break;
    case fact_type::count: made.most = units(largest_count); break;
    case fact_type::number:
        made.least = units(-largest_number);
        made.most = units(largest_number);
        break;
    case fact_type::percent:
        made.most = units(1'000'000);
        made.scale = percent_scale;
        break;
    case fact_type::date:
        made.least = units(days_since_epoch(*parse_date("1800-01-01")));
        made.most = units(days_since_epoch(*parse_date("2999-12-31")));
        break;
    case fact_type::one_of:
        made.ordered = text.type.ordered;
        made.options = make_options(file, text.type.options);
        made.most = units(static_cast<std::int64_t>(made.options.size()) - 1);
        break;
    case fact_type::judged: break; // declared by the criterion that gives the points
    }
    if (made.type == fact_type::number && text.type.scale) {
        const auto scale = number_of(file, *text.type.scale);
        if (scale && scale->is_whole() && *scale <= units(decimal::scale)) {
            made.scale = static_cast<int>(scale->units() / decimal::one);
        } else if (scale) {
            error(file, text.type.scale->at, say<diag::too_many_digits>());
        }
    }
    const bool measured = made.type == fact_type::count || made.type == fact_type::number || made.type == fact_type::percent;
    const auto bound = [&](const syntax::number& number, decimal& side) {
        const auto value = number_of(file, number);
        if (!value) { return; }
        const bool exact = value->units() % power_of_ten(static_cast<unsigned>(decimal::scale - made.scale)) == 0;
        if (!measured || !exact || *value < made.least || *value > made.most) {
            std::string help = "`" + made.name + "` is " + made.valid_answers();
            if (exact) { help = "it lies between " + made.least.str() + " and " + made.most.str(); }
            if (!measured) { help = "only a count, a number or a percentage has bounds"; }
            error(file, number.at, say<diag::bound_is_no_value>(number.digits, made.name).with_help(help));
            return;
        }
        side = *value;
    };
    if (text.at_least) { bound(*text.at_least, made.least); }
    if (text.at_most) { bound(*text.at_most, made.most); }
    // What is wrong with the fact's type would show again in all that it reads.
    if (text.from && !check_tally_type(file, *text.from, made)) { made.from_subunits = false; }
    if (text.by && made.type != fact_type::yes_no) { error(file, text.by->at, say<diag::day_of_no_yes_no>()); }
    return made;
}

/// The fact that bounds another one of its own type, and that every subject has that has the other, by their declarations; null: none.
const declaration* checker::bounding(const standard_scope& names, const declaration& one) const {
    const auto known = bounding_.find({&names, &one}); // asked for again in every sum that takes the fact away
    if (known != bounding_.end()) { return known->second; }
    const declaration* const by = find_bounding(names, one);
    bounding_.emplace(std::pair(&names, &one), by);
    return by;
}

const declaration* checker::find_bounding(const standard_scope& names, const declaration& one) const {
    const auto* const fact = std::get_if<const syntax::fact*>(&one.what);
    const declaration* const by = fact != nullptr && (*fact)->at_most_fact ? find(names, (*fact)->at_most_fact->text) : nullptr;
    const auto* const whole = by != nullptr ? std::get_if<const syntax::fact*>(&by->what) : nullptr;
    if (whole == nullptr || (*whole)->type.name != (*fact)->type.name) { return nullptr; }
    const auto has_it = [&](const syntax::word& kind) {
        const auto& theirs = (*whole)->only_for;
        return std::any_of(theirs.begin(), theirs.end(), [&](const syntax::word& other) { return other.text == kind.text; });
    };
    const auto& kinds = (*fact)->only_for;
    const bool always = (*whole)->only_for.empty() || (!kinds.empty() && std::all_of(kinds.begin(), kinds.end(), has_it));
    return always ? by : nullptr;
}

/// A fact is at most what those are that bound it, by way of others too.
void checker::bound_by_others(standard_scope& names, const declaration& one, tieuchi::fact& made) {
    std::vector<const declaration*> way; // from the fact outwards, to one that is known
    std::set<const declaration*> seen;
    const declaration* by = &one;
    while (by != nullptr && !names.most.contains(by) && seen.insert(by).second) {
        way.push_back(by);
        by = bounding(names, *by);
    }
    decimal most = made.most;
    std::reverse(way.begin(), way.end());
    for (const declaration* const inner : way) {
        const auto outer = by != nullptr ? names.most.find(by) : names.most.end();
        const auto& bound = std::get<const syntax::fact*>(inner->what)->at_most;
        most = bound ? decimal::parse(bound->digits).value_or(units(largest_count)) : units(largest_count);
        if (outer != names.most.end()) { most = std::min(most, outer->second); }
        names.most.emplace(inner, most);
        by = inner;
    }
    const declaration* const outer = bounding(names, one);
    if (outer == nullptr || names.most.at(outer) >= made.most) { return; }
    most = names.most.at(outer);
    if (most >= made.least) {
        made.most = most;
        return;
    }
    const syntax::word& whole = *std::get<const syntax::fact*>(one.what)->at_most_fact;
    error(*one.file, whole.at, say<diag::bound_below_least>(made.name, made.least.str(), whole.text, most.str()));
}

/// Whether a fact is never more than another: that one bounds it, by way of others or not.
bool checker::is_bounded_by(const standard_scope& scope, index part, index whole) const {
    const auto symbol_of = [&](index fact) { return scope.symbols.find(scope.model->facts[fact].name); };
    const auto of_part = symbol_of(part);
    const auto of_whole = symbol_of(whole);
    if (of_part == scope.symbols.end() || of_whole == scope.symbols.end()) { return false; }
    if (of_part->second.from == nullptr || of_whole->second.from == nullptr) { return false; }
    constexpr int most_links = 32; // between them; a circle ends there too
    const declaration* by = of_part->second.from;
    for (int links = 0; by != nullptr && by != of_whole->second.from && links < most_links; ++links) {
        by = bounding(*of_part->second.home, *by);
    }
    return by == of_whole->second.from && part != whole;
}

/// Gives each fact the slot of the fact that bounds it, bringing that one in if need be.
void checker::bind_bounds(standard_scope& scope) {
    for (; scope.bounded < scope.model->facts.size(); ++scope.bounded) { // the list grows while it is walked
        bind_bound(scope, scope.bounded);
    }
}

void checker::bind_bound(standard_scope& scope, index at) {
    const auto found = scope.symbols.find(scope.model->facts[at].name);
    if (found == scope.symbols.end() || found->second.from == nullptr) { return; }
    const declaration& from = *found->second.from;
    const syntax::fact& text = *std::get<const syntax::fact*>(from.what);
    if (!text.at_most_fact) { return; }
    const syntax::word& name = *text.at_most_fact;
    context where;
    where.into = &scope;
    where.names = found->second.home;
    where.file = from.file;
    const symbol* const bound = resolve(where, name);
    if (bound == nullptr) { return; }
    fact& bounded = scope.model->facts[at];
    const bool is_fact = bound->from != nullptr && bound->from->what.index() == 0;
    if (!is_fact || scope.model->facts[bound->at_index].type != bounded.type ||
        scope.model->facts[bound->at_index].scale != bounded.scale || bound->at_index == at) {
        error(*from.file, name.at, say<diag::cannot_bound>(name.text, bounded.name));
        return;
    }
    auto& outer = scope.outer_fact;
    for (auto i = static_cast<index>(outer.size()); i < scope.model->facts.size(); ++i) { outer.push_back(i); }
    index outermost = bound->at_index;
    while (outer[outermost] != outermost) { outermost = outer[outermost] = outer[outer[outermost]]; }
    if (outermost == at) { // it would say that all are equal, which is said otherwise
        error(*from.file, name.at, say<diag::bounds_in_cycle>(bounded.name));
        return;
    }
    outer[at] = outermost;
    bounded.at_most = bound->at_index;
}

index checker::previous_of(const context& where, const syntax::word& name) {
    const declaration* const found = find(*where.names, name.text);
    if (name.text == "kind" || (found != nullptr && found->what.index() != 0)) {
        error(*where.file, name.at, say<diag::no_previous_value>(name.text));
        return none;
    }
    if (found == nullptr) {
        static_cast<void>(resolve(where, name)); // says that it is unknown
        return none;
    }
    standard_scope& into = *where.into;
    const std::string previous = std::string(previous_prefix) + std::string(name.text);
    if (const auto known = into.symbols.find(previous); known != into.symbols.end()) { return known->second.at_index; }
    if (bring_in(where, *found) == nullptr) { return none; }
    fact made = make_fact(*found->file, *std::get<const syntax::fact*>(found->what));
    made.name = previous;
    made.previous = true;
    made.label = of_period_before(made.label, " (kỳ trước)", " (period before)", false);
    made.question = of_period_before(made.question, "Về kỳ trước: ", "For the period before: ", true);
    made.from_subunits = false;
    made.by.reset();
    symbol kept;
    kept.at_index = add_fact(where, std::move(made), {found->file, found->name().at});
    into.symbols.emplace(previous, kept);
    return kept.at_index;
}

} // namespace TIEUCHI_NAMESPACE::impl::model
