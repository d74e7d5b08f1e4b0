# What `cmake --install` puts where: headers, both libraries, the command, pkg-config, CMake package. Each rule names
# the Debian package that the file belongs to (Packages.cmake).
include(CMakePackageConfigHelpers)

install(TARGETS kotext_shared EXPORT kotext
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS kotext_static EXPORT kotext
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY libkotext/include/kotext DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT kotext NAMESPACE kotext:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/kotext COMPONENT development)

list(TRANSFORM CMAKE_DL_LIBS PREPEND -l OUTPUT_VARIABLE KOTEXT_PC_LIBS)
string(REPLACE ";" " " KOTEXT_PC_REQUIRES "${KOTEXT_REQUIRES_PRIVATE}")
configure_file(tools/cmake/kotext.pc.in ${CMAKE_BINARY_DIR}/kotext.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/kotext.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

configure_package_config_file(tools/cmake/kotext-config.cmake.in ${CMAKE_BINARY_DIR}/kotext-config.cmake
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/kotext)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/kotext-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/kotext-config.cmake ${CMAKE_BINARY_DIR}/kotext-config-version.cmake
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/kotext COMPONENT development)
install(FILES NOTICE LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT library)
