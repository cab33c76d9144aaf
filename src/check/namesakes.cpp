// SPDX-License-Identifier: Apache-2.0
// Facts of one name in standards for one kind: one column of data, so one fact.
#include "check/usage.hpp"

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// What a value of the fact can be, for people and to hold facts against each other.
[[nodiscard]] std::string meaning_of(const namesake& here) {
    const fact& of = *here.fact;
    std::string said = of.valid_answers();
    if (of.ordered) { said += ", lowest first"; }
    if (of.at_most) { said += ", at most `" + here.in->model->facts[*of.at_most].name + "`"; }
    if (of.by) {
        const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        said += ", by " + two_digits(of.by->month) + "-" + two_digits(of.by->day);
    }
    return said;
}

/// All that makes two facts current, but for what they are called.
[[nodiscard]] std::string meaning_key(const namesake& here) {
    const fact& of = *here.fact;
    std::string key = std::string(to_string(of.type)) + ' ' + std::to_string(of.scale) + ' ' + of.least.str() + ' ' +
                      of.most.str() + ' ' + of.step.str() + ' ' + meaning_of(here);
    for (const auto& option : of.options) { key += ' ' + option.name; }
    return key;
}

/// What they are called. Points of an assessor without a name of their own are called by their clause, which says nothing of what is judged.
[[nodiscard]] std::string label_key(const namesake& here) {
    std::string key;
    const auto add = [&](const labels& texts) {
        for (const auto& entry : texts.entries()) { key += entry.language + '\0' + entry.text + '\0'; }
        key += '\1';
    };
    add(here.fact->label);
    for (const auto& option : here.fact->options) { add(option.label); }
    if (here.from->judged != nullptr && !here.from->judged->judged_as) {
        key += here.from->file->source->name() + '\0' + std::to_string(here.from->at.begin);
    }
    return key;
}

/// Whether both decide about one subject, where both are in force: versions of one standard follow each other, and those of a place have all
/// facts of the country's.
[[nodiscard]] bool meet(const standard_scope& version, const standard_scope& other) {
    const standard& first = *version.model;
    const standard& second = *other.model;
    return first.name != second.name &&
           (first.jurisdiction == second.jurisdiction || first.jurisdiction.empty() || second.jurisdiction.empty());
}

} // namespace

/// Holds all facts of one name against each other, in time that grows with their number.
void usage_pass::check_namesakes() {
    std::map<std::string_view, std::vector<namesake>> by_name;
    for (const auto& scope : shared_.standards) {
        for (index i = 1; i < scope.model->facts.size(); ++i) {
            const fact& declared = scope.model->facts[i];
            if (!declared.previous) {
                by_name[declared.name].push_back({&scope, &declared, &scope.sources[i]});
            } // as the fact itself is
        }
    }
    for (auto& [name, all] : by_name) {
        const auto other = [&, &first = all.front()](const namesake& here) { return !here.from->same(*first.from); };
        if (std::any_of(all.begin(), all.end(), other)) { check_namesakes(all); }
    }
}

void usage_pass::check_namesakes(const std::vector<namesake>& all) {
    if (!check_namesakes(all, namesake_part::meaning)) { return; }
    static_cast<void>(check_namesakes(all, namesake_part::label));
}

/// Goes through the time for each kind, with the facts that are asked then by what they are. False when something was said.
bool usage_pass::check_namesakes(const std::vector<namesake>& all, namesake_part part) {
    std::map<std::string, std::size_t> keys;
    std::map<std::string_view, std::vector<std::pair<const namesake*, std::size_t>>> by_kind;
    for (const auto& current : all) {
        std::string key = part == namesake_part::meaning ? meaning_key(current) : label_key(current);
        const std::size_t number = keys.emplace(std::move(key), keys.size()).first->second;
        for (const auto& kind : current.in->model->kinds) { by_kind[kind].emplace_back(&current, number); }
    }
    if (keys.size() == 1) { return true; }
    std::set<std::pair<const syntax::tree*, std::uint32_t>> said;
    for (auto& [kind, in_time] : by_kind) {
        const auto earlier = [](const auto& a, const auto& b) { return a.first->in->model->from < b.first->in->model->from; };
        std::stable_sort(in_time.begin(), in_time.end(), earlier);
        std::map<std::size_t, std::vector<const namesake*>> asked; // those in force, by number
        for (const auto& [one, number] : in_time) {
            const date day = one->in->model->from;
            for (auto& [other_number, others] : asked) {
                const auto over = [&](const namesake* other) { return other->in->model->to && *other->in->model->to <= day; };
                others.erase(std::remove_if(others.begin(), others.end(), over), others.end());
                if (other_number == number || said.contains({one->from->file, one->from->at.begin})) { continue; }
                const auto meets = [&, &mine = *one](const namesake* other) { return meet(*other->in, *mine.in); };
                const auto other = std::find_if(others.begin(), others.end(), meets);
                if (other == others.end()) { continue; }
                said.emplace(one->from->file, one->from->at.begin);
                said.emplace((*other)->from->file, (*other)->from->at.begin);
                report_namesake(*one, **other, kind, part);
            }
            asked[number].push_back(one);
        }
    }
    return said.empty();
}

void usage_pass::report_namesake(const namesake& here, const namesake& other, std::string_view kind, namesake_part part) {
    if (is_full(*here.from->file)) { return; } // finding the line of the other takes time
    const std::string& name = here.fact->name;
    const std::string& standard = other.in->model->name;
    const source& text = *other.from->file->source;
    const std::uint32_t line = text.position_of(other.from->at.begin).line;
    const auto is_unnamed = [](const namesake& points) {
        return points.from->judged != nullptr && !points.from->judged->judged_as;
    };
    const bool unnamed = is_unnamed(here) || is_unnamed(other);
    const std::string_view advice =
        unnamed ? "give these points a name of their own, `judged as NAME`" : "give one of them another name";
    if (part == namesake_part::meaning) {
        error(*here.from->file, here.from->at,
              say<diag::facts_of_one_name>(name, meaning_of(here), meaning_of(other), standard, kind, line, text.name(), advice));
    } else if (unnamed) {
        warn(*here.from->file, here.from->at, say<diag::points_of_one_name>(name, standard, kind, line, text.name(), advice));
    } else {
        warn(*here.from->file, here.from->at, say<diag::labels_of_one_name>(name, standard, kind, line, text.name(), advice));
    }
}

} // namespace TIEUCHI_NAMESPACE::impl::check
