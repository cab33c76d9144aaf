// SPDX-License-Identifier: Apache-2.0
// Rule files, found and read. Nothing that may hold rules is skipped silently: rules of which a part is missing would still give answers.
#include "base/diagnostic_catalogue.hpp"

#include <tieuchi/rulebook.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace TIEUCHI_NAMESPACE {

namespace impl::rulebook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view rule_ending = ".tieuchi";

/// Whether two paths lead to one file, whatever it is called.
using identity = std::pair<std::uintmax_t, std::uintmax_t>;

[[nodiscard]] identity identity_of(const fs::path& path) {
    struct ::stat known {};
    if (::stat(path.c_str(), &known) != 0) { return {}; }
    return {static_cast<std::uintmax_t>(known.st_dev), static_cast<std::uintmax_t>(known.st_ino)};
}

/// `.TIEUCHI` and the like.
[[nodiscard]] bool is_rule_ending(std::string ending) {
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == rule_ending;
}

[[nodiscard]] std::string_view name_of(fs::file_type type) noexcept {
    if (type == fs::file_type::fifo) { return "a pipe"; }
    if (type == fs::file_type::socket) { return "a socket"; }
    return type == fs::file_type::block || type == fs::file_type::character ? "a device" : "something else";
}

/// Finds and reads the files that paths stand for.
class reader {
public:
    explicit reader(const limits& bounds) : bounds_(bounds) {}

    void add(const std::string& path);

    rule_files files;

private:
    void fail(const fs::path& where, remark what);
    [[nodiscard]] std::vector<fs::path> files_below(const fs::path& top);
    void take(const fs::path& entry, std::vector<fs::path>& found, std::deque<fs::path>& folders, std::deque<fs::path>& linked);
    void read(const fs::path& path);

    const limits& bounds_;
    std::set<identity> read_;
    std::set<std::pair<std::string, std::string>> reported_;
};

void reader::fail(const fs::path& where, remark what) {
    if (!reported_.emplace(where.generic_string(), what.message).second) { return; } // paths may overlap
    files.problems.push_back(problem(std::move(what), where.generic_string()));
}

/// Adds the rule files that a path stands for: itself, whatever it is called, or those below it in the order of their names.
void reader::add(const std::string& path) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) { return read(path); } // which says why if it cannot be read
    const std::size_t problems = files.problems.size();
    std::vector<fs::path> found = files_below(path);
    std::sort(found.begin(), found.end());
    if (found.empty() && files.problems.size() == problems) { return fail(path, say<diag::folder_without_rules>()); }
    if (found.size() > bounds_.files) { return fail(path, say<diag::too_many_files>(found.size(), bounds_.files)); }
    for (const fs::path& file : found) { read(file); }
}

/// Each folder is entered once: by its own name before any link to it.
std::vector<fs::path> reader::files_below(const fs::path& top) {
    std::vector<fs::path> found;
    std::deque<fs::path> folders{top};
    std::deque<fs::path> linked;
    std::set<identity> entered;
    while (!folders.empty() || !linked.empty()) {
        std::deque<fs::path>& from = folders.empty() ? linked : folders;
        const fs::path folder = std::move(from.front());
        from.pop_front();
        if (!entered.insert(identity_of(folder)).second) { continue; }
        std::vector<fs::path> entries;
        std::error_code failed;
        for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
            entries.push_back(entry->path());
        }
        if (failed) { fail(folder, say<diag::folder_not_read>(failed.message())); }
        std::sort(entries.begin(), entries.end());
        for (const fs::path& entry : entries) { take(entry, found, folders, linked); }
    }
    return found;
}

/// Sorts an entry of a folder: a rule file, a folder to enter, a link to one, or nothing of ours.
void reader::take(const fs::path& entry, std::vector<fs::path>& found, std::deque<fs::path>& folders,
                  std::deque<fs::path>& linked) {
    if (entry.filename().native().starts_with('.')) { return; }
    std::error_code failed;
    std::error_code ignored;
    const fs::file_type type = fs::status(entry, failed).type();
    const bool is_link = fs::is_symlink(entry, ignored);
    if (type == fs::file_type::not_found) {
        if (is_link) { return fail(entry, say<diag::link_leads_nowhere>()); }
        return fail(entry, say<diag::deleted_meanwhile>());
    }
    if (type == fs::file_type::none || type == fs::file_type::unknown) {
        return fail(entry, say<diag::entry_not_read>(failed.message()));
    }
    if (type == fs::file_type::directory) { return (is_link ? linked : folders).push_back(entry); }
    const std::string ending = entry.extension().string();
    if (!is_rule_ending(ending)) { return; }
    if (type != fs::file_type::regular) { return fail(entry, say<diag::not_a_rule_file>(name_of(type))); }
    if (ending != rule_ending) { return fail(entry, say<diag::ending_in_capitals>(ending)); }
    found.push_back(entry);
}

void reader::read(const fs::path& path) {
    // Checked before it is opened: opening a pipe that nobody writes to any more would block.
    if (const identity file = identity_of(path); file != identity{} && !read_.insert(file).second) { return; }
    std::ifstream in(path, std::ios::binary);
    if (!in) { return fail(path, say<diag::rule_file_not_opened>()); }
    // Read in pieces and no further than the limit: a pipe or a device has no size to ask for.
    std::string text;
    std::string piece(std::size_t{1} << 16U, '\0');
    while (in && text.size() <= bounds_.file_bytes) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) { return fail(path, say<diag::rule_file_not_read>()); }
    if (text.size() > bounds_.file_bytes) {
        std::error_code ignored;
        const auto size = fs::file_size(path, ignored);
        return fail(path, say<diag::file_too_large>(ignored ? text.size() : size, bounds_.file_bytes));
    }
    files.sources.push_back(std::make_shared<const source>(path.generic_string(), std::move(text)));
}

} // namespace
} // namespace impl::rulebook

rule_files rulebook::read(const std::vector<std::string>& paths, const limits& bounds) {
    impl::rulebook::reader reader(bounds);
    for (const std::string& path : paths) { reader.add(path); }
    return std::move(reader.files);
}

} // namespace TIEUCHI_NAMESPACE
