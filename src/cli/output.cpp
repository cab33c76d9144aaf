// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include "messages.hpp"
#include "streams.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace tieuchi::cli {

namespace {

/// The permissions of a new file: mkstemp gives fewer.
[[nodiscard]] mode_t usual_permissions() noexcept {
    const mode_t masked = ::umask(0);
    ::umask(masked);
    return static_cast<mode_t>(0666) & ~masked;
}

/// Which file something is, whatever it is called: the device, and the number there.
using identity = std::pair<dev_t, ino_t>;

/// Of a regular file; nothing of any other, which is not replaced. `standard` is the stream that `-` means.
[[nodiscard]] std::optional<identity> identity_of(const std::string& path, int standard) {
    struct stat status {};
    const bool is_stream = path.empty() || path == "-";
    if ((is_stream ? ::fstat(standard, &status) : ::stat(path.c_str(), &status)) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    return identity{status.st_dev, status.st_ino};
}

/// The rule file of `rules`, or below that folder, which is this file; empty when none is.
[[nodiscard]] std::string rule_file(const std::string& rules, const identity& file) {
    namespace fs = std::filesystem;
    if (identity_of(rules, STDIN_FILENO) == file) { return rules; }
    std::error_code failed;
    constexpr auto options = fs::directory_options::follow_directory_symlink | fs::directory_options::skip_permission_denied;
    std::set<identity> entered; // a folder may link to one above it
    for (fs::recursive_directory_iterator entry(rules, options, failed), end; !failed && entry != end; entry.increment(failed)) {
        std::string path = entry->path().string();
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) { continue; }
        if (S_ISDIR(status.st_mode)) {
            if (!entered.emplace(status.st_dev, status.st_ino).second) { entry.disable_recursion_pending(); }
        } else if (entry->path().extension() == ".tieuchi" && identity{status.st_dev, status.st_ino} == file) {
            return path;
        }
    }
    return {};
}

} // namespace

output::~output() {
    if (file_ != nullptr && file_ != stdout) { static_cast<void>(std::fclose(file_)); }
}

diagnostics output::open(const std::string& path) {
    namespace fs = std::filesystem;
    path_ = path;
    if (path.empty() || path == "-") {
        file_ = stdout;
        return {};
    }
    std::error_code missing;
    const fs::file_status there = fs::status(path, missing);
    if (fs::is_directory(there)) { return unwritten(path_, EISDIR); }
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        file_ = std::fopen(path.c_str(), "wb");
        return file_ != nullptr ? diagnostics{} : unwritten(path_, errno);
    }
    // A link stays a link: the file that it names is the one replaced.
    const fs::path target = fs::exists(there) ? fs::canonical(path, missing) : fs::path(path);
    target_ = target.string();
    const int descriptor = temporary_.make(target_);
    if (descriptor < 0) { return unwritten(path_, errno); }
    // What replaces a file may be read by those who could read it before, and by nobody else.
    const mode_t permissions =
        fs::exists(there) ? static_cast<mode_t>(there.permissions() & fs::perms::all) : usual_permissions();
    if (::fchmod(descriptor, permissions) != 0) {
        const int reason = errno;
        ::close(descriptor);
        return unwritten(path_, reason);
    }
    file_ = ::fdopen(descriptor, "wb");
    return file_ != nullptr ? diagnostics{} : unwritten(path_, errno);
}

diagnostics output::write(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), file_) == text.size() ? diagnostics{} : unwritten(path_, errno);
}

diagnostics write_whole(const std::string& path, std::string_view text) {
    output file;
    if (auto problems = file.open(path); !problems.empty()) { return problems; }
    if (auto problems = file.write(text); !problems.empty()) { return problems; }
    return file.commit();
}

diagnostics check_output(const std::string& path, const std::vector<std::string>& inputs, const std::string& rules) {
    const std::string name = path.empty() || path == "-" ? "standard output" : path;
    if (std::filesystem::path(path).extension() == ".tieuchi") { return {problem(say<diag::output_named_as_rules>(), name)}; }
    const auto target = identity_of(path, STDOUT_FILENO);
    if (!target) { return {}; }
    for (const std::string& input : inputs) {
        if (identity_of(input, STDIN_FILENO) == target) { return {problem(say<diag::output_over_table>(), name)}; }
    }
    if (const std::string file = rule_file(rules, *target); !file.empty()) {
        return {problem(say<diag::output_over_rules>(file), name)};
    }
    return {};
}

diagnostics output::commit() {
    std::FILE* const file = file_;
    file_ = nullptr;
    if (file == stdout) { return std::fflush(file) == 0 ? diagnostics{} : unwritten(path_, errno); }
    if (std::fclose(file) != 0) { return unwritten(path_, errno); }
    if (!temporary_.exists()) { return {}; }
    return temporary_.replace(target_) ? diagnostics{} : unwritten(path_, errno);
}

} // namespace tieuchi::cli
