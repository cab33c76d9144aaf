// SPDX-License-Identifier: Apache-2.0
/// \file
/// What is known about one subject.
#pragma once

#include <tieuchi/diagnostic.hpp>
#include <tieuchi/fact_value.hpp>
#include <tieuchi/interval.hpp>
#include <tieuchi/result.hpp>
#include <tieuchi/value.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace TIEUCHI_NAMESPACE {

class assessment;
class standard;

namespace impl {
struct bound_standard;
struct access;
} // namespace impl

/// The facts about one subject, for one standard. What was never set is unknown.
///
/// A value that does not fit its fact (a word for a count, a negative count, 130 informed of 120 staff) is never guessed at: it
/// becomes a diagnostic in `problems()` and the fact stays unknown; of two facts that contradict each other neither is believed.
///
/// Facts hold the standard that they are for, so `assess()` is always by that one. Another version of it, such as that of rules loaded
/// anew, of another day or of another jurisdiction, may ask other things under the same slots: it takes nothing from these facts, and its answer says so (E421).
class TIEUCHI_API facts {
public:
    /// No facts known; but where the standard is for one kind only, the kind is.
    explicit facts(const tieuchi::standard& standard);

    /// The facts in one JSON object, after docs/facts.schema.json: `{"staff": 120, "rank": "good", "inspected": null}`. A number is read by its
    /// digits, never as a double; a text by the fact's type, as by `set`; null is unknown; `{"least": 3, "most": 5}` are the bounds of a number.
    /// What is wrong with a value, or with a name, is in `problems()`, as with `set`. Errors: it is not JSON (E440), not an object of plain values
    /// (E441), gives a name twice (E442), or a number that cannot be held exactly (E443); `where` is then the line and the column.
    [[nodiscard]] static result<facts> from_json(const tieuchi::standard& standard, std::string_view json);

    /// Sets a fact by its name, or by its slot, its index in `standard::facts()`. Setting it again replaces the value; an unknown value
    /// clears it. A name or a slot that the standard does not have is refused (E401).
    facts& set(std::string_view name, const value& given) &;
    facts& set(std::uint32_t slot, const value& given) &;
    /// The same on a temporary, for chaining: `facts(standard).set("staff", 25).set("drills", 2)`.
    [[nodiscard]] facts set(std::string_view name, const value& given) && { return std::move(set(name, given)); }
    [[nodiscard]] facts set(std::uint32_t slot, const value& given) && { return std::move(set(slot, given)); }

    /// A number of which only bounds are known (both included), such as a count over sub-units some of which are undecided. Never beyond
    /// what the fact can be. A slot that the standard does not have is refused (E401).
    facts& set_between(std::uint32_t slot, decimal least, decimal most) &;
    [[nodiscard]] facts set_between(std::uint32_t slot, decimal least, decimal most) && {
        return std::move(set_between(slot, least, most));
    }

    /// Forgets everything, problems included.
    void clear();

    /// True when the fact's value is known exactly; false of a slot that the standard does not have.
    [[nodiscard]] bool knows(std::uint32_t slot) const noexcept;

    /// A fact as it was read; to_json in <tieuchi/json.hpp> writes all. Where the standard has no such slot, `fact` is null and nothing is known.
    [[nodiscard]] fact_value as_read(std::uint32_t slot) const;

    /// What is wrong with what was set, bounds between facts included.
    [[nodiscard]] diagnostics problems() const;

    /// The standard that they are for.
    [[nodiscard]] tieuchi::standard standard() const noexcept;
    /// Assesses the subject by that standard.
    [[nodiscard]] assessment assess() const;

private:
    friend class tieuchi::standard;
    friend class assessment;
    friend class population;
    friend struct impl::access;

    [[nodiscard]] bool has(std::uint32_t slot);
    void forget(std::uint32_t slot);
    /// Slots of which the first is known to exceed the second, which bounds it.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> contradictions() const;

    std::shared_ptr<const impl::bound_standard> bound_;
    std::vector<impl::plan::interval> slots_;
    diagnostics problems_;
};

} // namespace TIEUCHI_NAMESPACE
