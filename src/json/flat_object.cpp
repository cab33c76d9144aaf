// SPDX-License-Identifier: Apache-2.0
#include "json/flat_object.hpp"

#include "base/exponent.hpp"
#include "base/utf8.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>

namespace TIEUCHI_NAMESPACE::impl::json {

namespace {

using boost::json::error_code;
using utf8::shortened;

/// Receives the parser's events. A document would lose what events keep: the digits of a number, and that a name occurs twice.
struct collector {
    constexpr static std::size_t max_object_size = SIZE_MAX;
    constexpr static std::size_t max_array_size = SIZE_MAX;
    constexpr static std::size_t max_key_size = SIZE_MAX;
    constexpr static std::size_t max_string_size = SIZE_MAX;

    /// What has been read of the bounds of a number.
    struct half_read {
        std::string name; ///< of the end that comes next
        std::optional<decimal> least;
        std::optional<decimal> most;
    };

    bool takes_bounds = false;
    std::vector<member> members;
    std::unordered_set<std::string> names;
    std::string name;
    std::string pending; ///< the part of a string or number that has come so far
    bool inside = false;
    std::optional<half_read> ends; ///< while the object of a number's bounds is read
    std::optional<json::fault> fault;

    bool stop(error_code& ec, remark what) {
        fault = json::fault{std::move(what), 0, false};
        ec = boost::system::errc::make_error_code(boost::system::errc::invalid_argument);
        return false;
    }

    bool add(value given, error_code& ec) {
        if (!inside) { return not_an_object(ec); }
        if (ends) { return add_end(given, ec); }
        members.push_back({name, std::move(given)});
        return true;
    }

    /// An end of a number's bounds: a number, or its text.
    bool add_end(const value& given, error_code& ec) {
        std::optional<decimal> end;
        if (const auto* const number = std::get_if<decimal>(&given)) { end = *number; }
        if (const auto* const text = std::get_if<std::string>(&given)) { end = parse_with_exponent(*text); }
        std::optional<decimal>& bound = ends->name == "least" ? ends->least : ends->most;
        if (!end || bound) { return no_bounds(ec); }
        bound = end;
        return true;
    }

    bool no_bounds(error_code& ec) { return stop(ec, say<diag::bounds_no_pair>(shortened(name))); }

    /// Read from its digits, as the parser's own number may be rounded.
    bool add_number(boost::json::string_view last, error_code& ec) {
        pending.append(last.data(), last.size());
        const std::string digits = std::exchange(pending, {});
        const auto exact = parse_with_exponent(digits);
        if (!exact && inside) { return stop(ec, say<diag::json_number_not_held>(shortened(name), shortened(digits))); }
        return add(exact.value_or(decimal{}), ec);
    }

    bool not_an_object(error_code& ec) { return stop(ec, say<diag::not_an_object>()); }

    bool nested(std::string_view what, error_code& ec) {
        if (!inside) { return not_an_object(ec); }
        return stop(ec, say<diag::nested_value>(shortened(name), what));
    }

    // The events, by the names that Boost.JSON calls.
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code& ec) {
        if (ends) { return no_bounds(ec); }
        if (inside && !takes_bounds) { return nested("an object", ec); }
        if (inside) { ends.emplace(); }
        inside = true;
        return true;
    }
    bool on_object_end(std::size_t, error_code& ec) {
        if (!ends) { return true; }
        if (!ends->least || !ends->most) { return no_bounds(ec); }
        members.push_back({name, {}, decimal_range{*ends->least, *ends->most}});
        ends.reset();
        return true;
    }
    bool on_array_begin(error_code& ec) { return nested("a list", ec); }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(boost::json::string_view part, std::size_t, error_code&) {
        pending.append(part.data(), part.size());
        return true;
    }
    bool on_key(boost::json::string_view last, std::size_t, error_code& ec) {
        pending.append(last.data(), last.size());
        if (ends) {
            ends->name = std::exchange(pending, {});
            return ends->name == "least" || ends->name == "most" || no_bounds(ec);
        }
        name = std::exchange(pending, {});
        if (!names.insert(name).second) { return stop(ec, say<diag::duplicate_member>(shortened(name))); }
        return true;
    }
    bool on_string_part(boost::json::string_view part, std::size_t, error_code&) {
        pending.append(part.data(), part.size());
        return true;
    }
    bool on_string(boost::json::string_view last, std::size_t, error_code& ec) {
        pending.append(last.data(), last.size());
        return add(std::exchange(pending, {}), ec);
    }
    bool on_number_part(boost::json::string_view part, error_code&) {
        pending.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t, boost::json::string_view last, error_code& ec) { return add_number(last, ec); }
    bool on_uint64(std::uint64_t, boost::json::string_view last, error_code& ec) { return add_number(last, ec); }
    bool on_double(double, boost::json::string_view last, error_code& ec) { return add_number(last, ec); }
    bool on_bool(bool given, error_code& ec) { return add(given, ec); }
    bool on_null(error_code& ec) { return add(unknown_value{}, ec); }
    bool on_comment_part(boost::json::string_view, error_code&) { return true; }
    bool on_comment(boost::json::string_view, error_code&) { return true; }
};

/// How to fix text that is not JSON, by how it begins. Python writes NaN, True and None.
[[nodiscard]] std::string help_at(std::string_view rest) {
    if (!rest.empty() && std::string_view("NTFIU").find(rest.front()) != std::string_view::npos) {
        return "true, false and null are written so; what is unknown, NaN too, is null";
    }
    return "names and texts stand in double quotes, commas between members and none after the last";
}

} // namespace

remark in_column(std::size_t column, remark what) {
    what.message.insert(0, "column " + std::to_string(column) + ": ");
    return what;
}

flat_object read_flat_object(std::string_view text, bounds accepted) {
    boost::json::basic_parser<collector> parser{boost::json::parse_options{}};
    parser.handler().takes_bounds = accepted == bounds::allowed;
    error_code ec;
    const std::size_t consumed = parser.write_some(false, text.data(), text.size(), ec);
    collector& collected = parser.handler();
    flat_object object{std::move(collected.members), std::move(collected.fault)};
    const std::size_t rest = text.find_first_not_of(" \t\r\n", consumed);
    if (object.fault) {
        object.fault->offset = consumed;
    } else if (ec == boost::json::error::incomplete) {
        object.fault = json::fault{say<diag::json_unfinished>(), consumed, true};
    } else if (ec == boost::json::error::exponent_overflow) {
        object.fault = json::fault{say<diag::json_exponent_too_large>(shortened(collected.name)), consumed, false};
    } else if (ec) {
        const std::string help = help_at(text.substr(std::min(consumed, text.size())));
        object.fault = json::fault{say<diag::not_json>(ec.message()).with_help(help), consumed, false};
    } else if (rest != std::string_view::npos) {
        object.fault = json::fault{say<diag::text_after_object>(), rest, false};
    }
    return object;
}

} // namespace TIEUCHI_NAMESPACE::impl::json
