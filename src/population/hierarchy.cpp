// SPDX-License-Identifier: Apache-2.0
// Who is below whom, and what is wrong with that.
#include "population/hierarchy.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <functional>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::population {

diagnostic problem_with(const subject_source& subjects, std::size_t subject, std::string_view column, std::string code,
                        std::string message, std::string help) {
    diagnostic problem;
    problem.code = std::move(code);
    problem.message = std::move(message);
    problem.help = std::move(help);
    problem.where = subjects.place(subject);
    if (problem.where.empty()) { problem.where = subjects.at(subject).id; }
    if (!column.empty()) {
        problem.where += problem.where.empty() ? "" : ": ";
        problem.where += column;
    }
    return problem;
}

diagnostic problem_with(const subject_source& subjects, std::size_t subject, const misnomer& name) {
    const std::string column(name.column);
    if (name.why.what == names::fault::sort::not_utf8) {
        return problem_with(subjects, subject, column, "E609", "the " + column + " is not text in UTF-8", "");
    }
    return problem_with(subjects, subject, column, "E420", "the " + column + " holds " + name.why.text(),
                        name.why.cure() + ": names that look the same must be the same");
}

raters find_raters(const subject_source& subjects) {
    raters found;
    boost::unordered_flat_map<std::string_view, std::size_t, std::hash<std::string_view>> known;
    found.rater_of.reserve(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const std::string_view rater = subjects.at(i).rater;
        if (i > 0 && rater == found.names[found.rater_of.back()]) { // as mostly
            found.rater_of.push_back(found.rater_of.back());
            continue;
        }
        const auto [at, is_new] = known.try_emplace(rater, found.names.size());
        if (is_new) { found.names.push_back(rater); }
        found.rater_of.push_back(at->second);
    }
    return found;
}

std::vector<std::size_t> count_by_rater(const subject_source& subjects, const raters& known,
                                        const std::vector<std::size_t>& list) {
    std::vector<std::size_t> counts(known.names.size(), 0);
    std::size_t anybody = 0;
    for (const std::size_t subject : list) {
        if (subjects.at(subject).parent_known) {
            ++counts[known.rater_of[subject]];
        } else {
            ++anybody;
        }
    }
    for (std::size_t& count : counts) { count += anybody; }
    return counts;
}

namespace {

/// The subjects of one rater by their ids.
using subjects_by_id = boost::unordered_flat_map<std::string_view, std::size_t, std::hash<std::string_view>>;

[[nodiscard]] std::string by_rater(const subject_record& record) {
    return record.rater.empty() ? "" : " by rater `" + std::string(record.rater) + "`";
}

[[nodiscard]] std::vector<subjects_by_id> name_all(const subject_source& subjects, const hierarchy& shape,
                                                   const refusal& refuse) {
    std::vector<subjects_by_id> by_id(shape.raters.names.size());
    for (subjects_by_id& each : by_id) { each.reserve(subjects.size() / by_id.size()); }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const subject_record record = subjects.at(i);
        if (!record.readable) { // refused already: one reason is enough
            by_id[shape.raters.rater_of[i]].emplace(record.id, i);
        } else if (record.id.empty()) {
            refuse(i, problem_with(subjects, i, "id", "E414", "a subject without an id", "give each subject an id of its own"));
        } else if (const auto [first, added] = by_id[shape.raters.rater_of[i]].emplace(record.id, i); !added) {
            const std::string other = subjects.place(first->second);
            refuse(i, problem_with(subjects, i, "id", "E411",
                                   "duplicate subject `" + std::string(record.id) + "`" + by_rater(record) +
                                       (other.empty() ? "" : ", the first is at " + other),
                                   "give each subject an id of its own"));
        }
    }
    return by_id;
}

/// Those whose parent is not known go to `orphans`.
void find_parents(const subject_source& subjects, const std::vector<subjects_by_id>& by_id, hierarchy& shape,
                  const refusal& refuse, std::vector<std::size_t>& orphans) {
    shape.parent.assign(subjects.size(), nowhere);
    std::size_t before = nowhere; // the sub-units of a body mostly stand together
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const subject_record record = subjects.at(i);
        if (!record.parent_known) {
            orphans.push_back(i);
            continue;
        }
        if (record.parent.empty()) { continue; }
        if (before != nowhere && shape.raters.rater_of[before] == shape.raters.rater_of[i] &&
            subjects.at(before).id == record.parent) {
            shape.parent[i] = before;
            continue;
        }
        const subjects_by_id& known = by_id[shape.raters.rater_of[i]];
        const auto found = known.find(record.parent);
        if (found == known.end()) {
            orphans.push_back(i);
            if (!record.readable) { continue; }
            refuse(i, problem_with(subjects, i, "parent", "E412",
                                   "there is no subject `" + std::string(record.parent) + "`" + by_rater(record) +
                                       " to be the parent",
                                   "leave it empty, or add that subject"));
            continue;
        }
        before = shape.parent[i] = found->second;
    }
}

void list_children(hierarchy& shape) {
    shape.first.assign(shape.parent.size() + 1, 0);
    for (const std::size_t parent : shape.parent) {
        if (parent != nowhere) { ++shape.first[parent + 1]; }
    }
    for (std::size_t i = 1; i < shape.first.size(); ++i) { shape.first[i] += shape.first[i - 1]; }
    shape.children.resize(shape.first.back());
    std::vector<std::size_t> next = shape.first;
    for (std::size_t i = 0; i < shape.parent.size(); ++i) {
        if (shape.parent[i] != nowhere) { shape.children[next[shape.parent[i]]++] = i; }
    }
}

/// The subjects that stand on a circle of parents. Each has one parent: what is left after all that stand above nobody are taken away, again
/// and again, is exactly that.
[[nodiscard]] std::vector<std::size_t> cycles(const hierarchy& shape) {
    std::vector<std::size_t> waiting;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < shape.parent.size(); ++i) {
        waiting.push_back(shape.children_of(i).size());
        if (waiting.back() == 0) { free.push_back(i); }
    }
    for (std::size_t next = 0; next < free.size(); ++next) {
        const std::size_t above = shape.parent[free[next]];
        if (above != nowhere && --waiting[above] == 0) { free.push_back(above); }
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (waiting[i] != 0) { found.push_back(i); }
    }
    return found;
}

void refuse_cycles(const subject_source& subjects, const hierarchy& shape, const refusal& refuse,
                   std::vector<std::size_t>& orphans) {
    constexpr int most_named = 6;
    const auto named = [&](std::size_t subject) { return "`" + std::string(subjects.at(subject).id) + "`"; };
    for (const std::size_t i : cycles(shape)) {
        orphans.push_back(i);
        std::string path = named(i);
        std::size_t at = shape.parent[i];
        for (int shown = 0; at != i && shown < most_named; at = shape.parent[at], ++shown) {
            path += " is below " + named(at) + ", which";
        }
        path += at == i ? " is below " + named(i) + " again" : " … and so on";
        refuse(i, problem_with(subjects, i, "parent", "E413", "cycle in parents: " + path, "a subject cannot be above itself"));
    }
}

} // namespace

hierarchy build_hierarchy(const subject_source& subjects, const refusal& refuse) {
    hierarchy shape;
    shape.raters = find_raters(subjects);
    const std::vector<subjects_by_id> by_id = name_all(subjects, shape, refuse);
    std::vector<std::size_t> orphans;
    find_parents(subjects, by_id, shape, refuse, orphans);
    list_children(shape);
    refuse_cycles(subjects, shape, refuse, orphans);
    shape.orphans = count_by_rater(subjects, shape.raters, orphans);
    return shape;
}

} // namespace TIEUCHI_NAMESPACE::impl::population
