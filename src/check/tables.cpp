// SPDX-License-Identifier: Apache-2.0
// Choices: between two values by a condition, and the first line of a table that holds.
#include "check/expressions.hpp"

#include <algorithm>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// Tables of more lines than this are left at the line that is hit; shorter ones are worked out whole, without a jump.
constexpr std::size_t short_table = 12;

} // namespace

typed expression_checker::choose(const context& where, index when, typed yes, typed no, typed not_applicable, span at) {
    if (when == none || !yes || !no || !not_applicable) { return {}; }
    expression result;
    result.op = operation::choose;
    result.type = yes.type;
    result.left = when;
    result.right = yes.id;
    result.third = no.id;
    result.fourth = not_applicable.id;
    result.at = at;
    const arena& all = where.into->model->expressions;
    for (const index id : {yes.id, no.id, not_applicable.id}) { result.scale = std::max(result.scale, all[id].scale); }
    bool first = true;
    for (const index id : {yes.id, no.id, not_applicable.id}) {
        const int128 up = power_of_ten(static_cast<unsigned>(result.scale - all[id].scale));
        if (!fits(where, at, up * all[id].bounds.least, up * all[id].bounds.most)) { return {}; }
        const auto low = static_cast<std::int64_t>(up * all[id].bounds.least);
        const auto high = static_cast<std::int64_t>(up * all[id].bounds.most);
        result.bounds = first ? range{low, high} : range{std::min(result.bounds.least, low), std::max(result.bounds.most, high)};
        first = false;
    }
    return add(where, result);
}

typed expression_checker::first_match(const context& where, const std::vector<std::pair<index, typed>>& lines, typed otherwise,
                                      span at) {
    if (!otherwise ||
        std::any_of(lines.begin(), lines.end(), [](const auto& each) { return each.first == none || !each.second; })) {
        return {};
    }
    if (lines.size() <= short_table) {
        typed value = otherwise;
        for (std::size_t i = lines.size(); i-- > 0;) { value = choose(where, lines[i].first, lines[i].second, value, value, at); }
        return value;
    }
    standard& model = *where.into->model;
    expression result;
    result.op = operation::table;
    result.type = otherwise.type;
    result.at = at;
    result.constant = static_cast<std::int64_t>(model.tables.size());
    table kept;
    for (const auto& [when, value] : lines) { kept.lines.push_back({when, value.id}); }
    kept.lines.push_back({none, otherwise.id});
    for (const auto& line : kept.lines) { result.scale = std::max(result.scale, model.expressions[line.value].scale); }
    result.bounds = {INT64_MAX, INT64_MIN};
    for (const auto& line : kept.lines) {
        const expression& value = model.expressions[line.value];
        const int128 up = power_of_ten(static_cast<unsigned>(result.scale - value.scale));
        if (!fits(where, at, up * value.bounds.least, up * value.bounds.most)) { return {}; }
        result.bounds.least = std::min(result.bounds.least, static_cast<std::int64_t>(up * value.bounds.least));
        result.bounds.most = std::max(result.bounds.most, static_cast<std::int64_t>(up * value.bounds.most));
    }
    model.tables.push_back(std::move(kept));
    return add(where, result);
}

typed expression_checker::check_table(const context& where, const syntax::quantity& text) {
    std::vector<syntax::table_line> written{{text.value, text.when}};
    written.insert(written.end(), text.lines.begin(), text.lines.end());
    std::vector<syntax::expression_id> values;
    values.reserve(written.size() + 1);
    for (const auto& line : written) { values.push_back(line.value); }
    values.push_back(text.otherwise);
    const auto is_option = [&](syntax::expression_id id) { return is_undeclared_name(where, id); };
    const bool of_options = std::all_of(values.begin(), values.end(), is_option);
    std::vector<option> options;
    std::vector<typed> checked;
    checked.reserve(values.size());
    for (const auto id : values) { checked.push_back(of_options ? add_option(where, id, options) : check_expression(where, id)); }
    const std::vector<std::pair<index, typed>> lines = check_table_conditions(where, written, checked);
    if (!check_table_values(where, values, checked, of_options)) { return {}; }
    if (options.size() > most_options) {
        error(*where.file, text.name.at, say<diag::too_many_names>(most_options));
        return {};
    }
    const typed value = first_match(where, lines, checked.back(), text.at);
    if (value && of_options) {
        expression& kept = where.into->model->expressions[value.id];
        kept.at_index = static_cast<index>(where.into->model->choices.size());
        where.into->model->choices.push_back(std::move(options));
    }
    return value;
}

/// Where all values of a table are names that nothing declares, they are options of the table's own.
bool expression_checker::is_undeclared_name(const context& where, syntax::expression_id id) const {
    const syntax::expression& e = (*where.file)[id];
    if (e.op != syntax::operation::name) { return false; }
    const std::string_view name = e.words.front().text;
    return name != "kind" && !known_day_of(name) && find(*where.names, name) == nullptr;
}

/// The value of a line that is an option of the table, which is added to its options where it is new.
typed expression_checker::add_option(const context& where, syntax::expression_id id, std::vector<option>& options) {
    const std::string name((*where.file)[id].words.front().text);
    const auto has_name = [&](const option& candidate) { return candidate.name == name; };
    auto found = std::find_if(options.begin(), options.end(), has_name);
    if (found == options.end()) { found = options.insert(options.end(), {name, {}}); }
    expression value;
    value.op = operation::number;
    value.type = value_type::options;
    value.constant = found - options.begin();
    value.bounds = {value.constant, value.constant};
    value.at = (*where.file)[id].at;
    return add(where, value);
}

/// The lines of a table, each with its condition and its value.
std::vector<std::pair<index, typed>> expression_checker::check_table_conditions(const context& where,
                                                                                const std::vector<syntax::table_line>& written,
                                                                                const std::vector<typed>& values) {
    std::vector<std::pair<index, typed>> lines;
    deciding decision{deciding::table, {}, none};
    for (std::size_t i = 0; i < written.size(); ++i) {
        const index when = condition(where, written[i].when);
        lines.emplace_back(when, values[i]);
        if (when != none) { decision.lines.push_back({when, where.file, (*where.file)[written[i].when].at}); }
    }
    where.into->decisions.push_back(std::move(decision));
    return lines;
}

/// Whether all values of a table have one type, which a table can give. Reports the first that has not.
bool expression_checker::check_table_values(const context& where, const std::vector<syntax::expression_id>& written,
                                            const std::vector<typed>& values, bool of_options) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const value_type type = values[i].type;
        if (!values[i]) { return false; }
        const bool can_be_given = of_options || is_plain(type) || type == value_type::date;
        if (type != values.front().type || !can_be_given) {
            error(*where.file, (*where.file)[written[i]].at, say<diag::not_of_table>(what_it_is(type)));
            return false;
        }
    }
    return true;
}

bool expression_checker::check_quantity(const context& where, const syntax::quantity& text, symbol& as,
                                        const syntax::tree& file) {
    context inside = where;
    inside.file = &file;
    inside.of_subunit = false;
    inside.of_outcome = false;
    as.being_checked = true;
    constexpr std::uint32_t near = 8;
    if (depth_ > near) { names_.bind_parts(inside, *as.from); }
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

} // namespace TIEUCHI_NAMESPACE::impl::check
