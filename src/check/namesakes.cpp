// SPDX-License-Identifier: Apache-2.0
// Facts of one name in standards for one kind: one column of data, so one fact.
#include "check/usage.hpp"

#include <algorithm>
#include <set>

namespace TIEUCHI_NAMESPACE::impl::check {

namespace {

/// What a value of the fact can be: shown to people, and compared to tell facts apart.
[[nodiscard]] std::string meaning_of(const namesake& here) {
    const fact& declared = *here.fact;
    std::string meaning = declared.valid_answers();
    if (declared.ordered) { meaning += ", lowest first"; }
    if (declared.at_most) { meaning += ", at most `" + here.in->model->facts[*declared.at_most].name + "`"; }
    if (declared.by) {
        const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        meaning += ", by " + two_digits(declared.by->month) + "-" + two_digits(declared.by->day);
    }
    return meaning;
}

/// All that makes two facts one and the same, but for what they are called.
[[nodiscard]] std::string meaning_key(const namesake& here) {
    const fact& declared = *here.fact;
    std::string key = std::string(to_string(declared.type)) + ' ' + std::to_string(declared.scale) + ' ' + declared.least.str() +
                      ' ' + declared.most.str() + ' ' + declared.step.str() + ' ' + meaning_of(here);
    for (const auto& option : declared.options) { key += ' ' + option.name; }
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

/// A fact with the number of what it means: those of one number mean the same.
struct numbered_namesake {
    const namesake* fact = nullptr;
    std::size_t number = 0;
};

/// The facts of one name that are in force on a day.
class facts_in_force {
public:
    void add(const numbered_namesake& added) { by_number_[added.number].push_back(added.fact); }

    /// Takes out those that are no longer in force on that day.
    void end_before(date day) {
        const auto is_over = [&](const namesake* fact) { return fact->in->model->to && *fact->in->model->to <= day; };
        for (auto& [number, facts] : by_number_) { std::erase_if(facts, is_over); }
    }

    /// The first of each other meaning that decides about a subject together with this one.
    [[nodiscard]] std::vector<const namesake*> unlike(const numbered_namesake& current) const {
        std::vector<const namesake*> found;
        const auto meets = [&](const namesake* other) { return meet(*other->in, *current.fact->in); };
        for (const auto& [number, facts] : by_number_) {
            const auto other = number == current.number ? facts.end() : std::find_if(facts.begin(), facts.end(), meets);
            if (other != facts.end()) { found.push_back(*other); }
        }
        return found;
    }

private:
    std::map<std::size_t, std::vector<const namesake*>> by_number_;
};

} // namespace

/// Compares all facts of one name with each other.
void usage_pass::check_namesakes() {
    std::map<std::string_view, std::vector<namesake>> by_name;
    for (const auto& scope : shared_.standards) {
        for (index i = 1; i < scope.model->facts.size(); ++i) {
            const fact& declared = scope.model->facts[i];
            if (declared.previous) { continue; } // it is as the fact of this period is
            by_name[declared.name].push_back({&scope, &declared, &scope.sources[i]});
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

/// Goes through the versions of each kind in the order of time, and holds each fact against those in force with it. False when
/// something was reported.
bool usage_pass::check_namesakes(const std::vector<namesake>& all, namesake_part part) {
    std::map<std::string, std::size_t> keys;
    std::map<std::string_view, std::vector<numbered_namesake>> by_kind;
    for (const auto& current : all) {
        std::string key = part == namesake_part::meaning ? meaning_key(current) : label_key(current);
        const std::size_t number = keys.emplace(std::move(key), keys.size()).first->second;
        for (const auto& kind : current.in->model->kinds) { by_kind[kind].push_back({&current, number}); }
    }
    if (keys.size() == 1) { return true; }
    std::set<std::pair<const syntax::tree*, std::uint32_t>> reported;
    const auto position_of = [](const namesake& fact) { return std::pair(fact.from->file, fact.from->at.begin); };
    for (auto& [kind, in_time] : by_kind) {
        const auto earlier = [](const auto& a, const auto& b) { return a.fact->in->model->from < b.fact->in->model->from; };
        std::stable_sort(in_time.begin(), in_time.end(), earlier);
        facts_in_force in_force;
        for (const numbered_namesake& current : in_time) {
            in_force.end_before(current.fact->in->model->from);
            for (const namesake* const other : in_force.unlike(current)) {
                if (reported.contains(position_of(*current.fact))) { break; }
                reported.insert({position_of(*current.fact), position_of(*other)});
                report_namesake(*current.fact, *other, kind, part);
            }
            in_force.add(current);
        }
    }
    return reported.empty();
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
