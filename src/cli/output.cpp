// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include "messages.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace tieuchi::cli {

namespace {

/// The permissions of a new file: mkstemp gives fewer.
[[nodiscard]] mode_t usual_permissions() noexcept {
    const mode_t masked = ::umask(0);
    ::umask(masked);
    return static_cast<mode_t>(0666) & ~masked;
}

} // namespace

output::~output() {
    if (file_ != nullptr && file_ != stdout) { static_cast<void>(std::fclose(file_)); }
    if (!temporary_.empty()) { static_cast<void>(::unlink(temporary_.c_str())); }
}

diagnostics output::failed(int reason) const {
    const std::string name = path_.empty() || path_ == "-" ? "standard output" : path_;
    return {problem("E450", name, "the results cannot be written: " + std::generic_category().message(reason))};
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
    if (fs::is_directory(there)) { return failed(EISDIR); }
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        file_ = std::fopen(path.c_str(), "wb");
        return file_ != nullptr ? diagnostics{} : failed(errno);
    }
    // A link stays a link: the file that it names is the one replaced.
    const fs::path target = fs::exists(there) ? fs::canonical(path, missing) : fs::path(path);
    target_ = target.string();
    std::string name = target_ + ".XXXXXX";
    const int made = ::mkstemp(name.data());
    if (made < 0) { return failed(errno); }
    temporary_ = name;
    // What replaces a file may be read by those who could read it before, and by nobody else.
    const mode_t permissions =
        fs::exists(there) ? static_cast<mode_t>(there.permissions() & fs::perms::all) : usual_permissions();
    if (::fchmod(made, permissions) != 0) {
        const int reason = errno;
        ::close(made);
        return failed(reason);
    }
    file_ = ::fdopen(made, "wb");
    return file_ != nullptr ? diagnostics{} : failed(errno);
}

diagnostics output::write(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), file_) == text.size() ? diagnostics{} : failed(errno);
}

diagnostics output::commit() {
    std::FILE* const file = file_;
    file_ = nullptr;
    if (file == stdout) { return std::fflush(file) == 0 ? diagnostics{} : failed(errno); }
    if (std::fclose(file) != 0) { return failed(errno); }
    if (temporary_.empty()) { return {}; }
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) { return failed(errno); }
    temporary_.clear();
    return {};
}

} // namespace tieuchi::cli
