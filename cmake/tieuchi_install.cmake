# SPDX-License-Identifier: Apache-2.0
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/tieuchi")

install(TARGETS tieuchi tieuchi_headers EXPORT tieuchi
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT tieuchi NAMESPACE tieuchi:: FILE tieuchi-targets.cmake DESTINATION "${package_dir}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/tieuchi" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
if(TIEUCHI_CLI)
    install(TARGETS tieuchi_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/tieuchi-config.cmake.in" "${PROJECT_BINARY_DIR}/tieuchi-config.cmake"
    INSTALL_DESTINATION "${package_dir}")
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/tieuchi-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/tieuchi-config.cmake" "${PROJECT_BINARY_DIR}/tieuchi-config-version.cmake"
    DESTINATION "${package_dir}")
