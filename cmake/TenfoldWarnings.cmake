# One place for warnings, sanitizers and definitions: every target of the project links tenfold_options.
add_library(tenfold_options INTERFACE)
target_compile_options(tenfold_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                 $<$<BOOL:${TENFOLD_WERROR}>:-Werror>)
target_compile_definitions(tenfold_options INTERFACE QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_STRICT_ITERATORS
                                                     QT_DISABLE_DEPRECATED_BEFORE=0x060400
                                                     TENFOLD_VERSION="${PROJECT_VERSION}")
if(TENFOLD_SANITIZE)
    # What the sanitizers insert makes g++ 12 take a std::optional for uninitialized.
    target_compile_options(tenfold_options INTERFACE -fsanitize=${TENFOLD_SANITIZE} -fno-omit-frame-pointer
                                                     -fno-sanitize-recover=all -Wno-maybe-uninitialized)
    target_link_options(tenfold_options INTERFACE -fsanitize=${TENFOLD_SANITIZE})
    if(TENFOLD_SANITIZE STREQUAL "thread")
        add_library(tenfold_clone OBJECT ${PROJECT_SOURCE_DIR}/tests/sanitizers/clone.cpp)
        set_target_properties(tenfold_clone PROPERTIES AUTOMOC OFF)
        set(TENFOLD_PROGRAM_PARTS tenfold_clone) # every program that starts processes links it itself
    endif()
endif()
