/*
 * A libchdb of which only the server works: the Python wheel of the engine has no C interface, but its interpreter can run the
 * command line. chdb_query_cmdline becomes that interpreter; all else is there because the library is loaded with all of it.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void *chdb_query_cmdline(int argc, char **argv) {
    const char *config = "";
    const char *statements = "";
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--config-file=", 14) == 0) {
            config = argv[i] + 14;
        } else if (strcmp(argv[i], "-q") == 0 && i + 1 < argc) {
            statements = argv[i + 1];
        }
    }
    execl(PYTHON, PYTHON, SCRIPT, config, statements, (char *) 0);
    perror("cannot run " PYTHON);
    return 0;
}

#define ABSENT(name) \
    void *name(void) { return 0; }

ABSENT(chdb_close_conn)
ABSENT(chdb_connect)
ABSENT(chdb_destroy_insert_stream)
ABSENT(chdb_destroy_query_result)
ABSENT(chdb_query_n)
ABSENT(chdb_query_with_params_n)
ABSENT(chdb_result_buffer)
ABSENT(chdb_result_bytes_written)
ABSENT(chdb_result_elapsed)
ABSENT(chdb_result_error)
ABSENT(chdb_result_length)
ABSENT(chdb_result_rows_read)
ABSENT(chdb_result_rows_written)
ABSENT(chdb_result_storage_bytes_read)
ABSENT(chdb_result_storage_rows_read)
ABSENT(chdb_set_signal_handlers_enabled)
ABSENT(chdb_stream_append)
ABSENT(chdb_stream_cancel_query)
ABSENT(chdb_stream_done)
ABSENT(chdb_stream_fetch_result)
ABSENT(chdb_stream_insert_error)
ABSENT(chdb_stream_insert_n)
ABSENT(chdb_stream_insert_with_params_n)
ABSENT(chdb_stream_query_n)
ABSENT(chdb_stream_query_with_params_n)
