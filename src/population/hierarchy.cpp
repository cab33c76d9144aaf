// SPDX-License-Identifier: Apache-2.0
// The parents of subjects, and what is wrong with them.
#include "population/hierarchy.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <functional>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::population {

diagnostic problem_with(const subject_source& subjects, std::size_t subject, std::string_view column, remark what) {
    return problem_with(subjects, subject, column, problem(std::move(what)));
}

diagnostic problem_with(const subject_source& subjects, std::size_t subject, std::string_view column, diagnostic why) {
    std::string location = subjects.location(subject);
    if (location.empty()) { location = subjects.at(subject).id; }
    if (!column.empty()) {
        location += location.empty() ? "" : ": ";
        location += column;
    }
    why.where = std::move(location);
    return why;
}

diagnostic problem_with(const subject_source& subjects, std::size_t subject, const misnomer& name) {
    const std::string column(name.column);
    if (name.why.what == names::fault::sort::not_utf8) {
        return problem_with(subjects, subject, column, say<diag::key_not_utf8>(column));
    }
    return problem_with(subjects, subject, column, say<diag::unsound_key>(column, name.why.text(), name.why.cure()));
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

[[nodiscard]] std::string named(std::string_view id, std::string_view rater) {
    const std::string name = "`" + std::string(id) + "`";
    return rater.empty() ? name : name + " by rater `" + std::string(rater) + "`";
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
            refuse(i, problem_with(subjects, i, "id", say<diag::subject_without_id>()));
        } else if (const auto [first, added] = by_id[shape.raters.rater_of[i]].emplace(record.id, i); !added) {
            const std::string other = subjects.location(first->second);
            remark what = other.empty() ? say<diag::duplicate_subject>(named(record.id, record.rater))
                                        : say<diag::duplicate_subject_at>(named(record.id, record.rater), other);
            refuse(i, problem_with(subjects, i, "id", std::move(what)));
        }
    }
    return by_id;
}

/// Subjects whose parent is not known go to `orphans`.
void find_parents(const subject_source& subjects, const std::vector<subjects_by_id>& by_id, hierarchy& shape,
                  const refusal& refuse, std::vector<std::size_t>& orphans) {
    shape.parent.assign(subjects.size(), nowhere);
    std::size_t before = nowhere; // the sub-units of a body are mostly adjacent
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
            refuse(i, problem_with(subjects, i, "parent", say<diag::unknown_parent>(named(record.parent, record.rater))));
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

/// The subjects on a cycle of parents. Each has one parent, so removing those without sub-units, again and again, leaves exactly the
/// cycles.
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
        refuse(i, problem_with(subjects, i, "parent", say<diag::parents_in_cycle>(path)));
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
