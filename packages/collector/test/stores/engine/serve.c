/* Runs the ClickHouse engine of libchdb.so as a server on loopback, for tests.
 *
 *   cc -O1 -o serve serve.c -ldl -lpthread
 *   ./serve libchdb.so --path=DIR --listen_host=127.0.0.1 --http_port=P --tcp_port=Q [--config-file=F]
 *
 * The library's command line is clickhouse-local's, which can be told to listen. It then has to be kept from coming to its
 * end: a reading that takes years. Whoever started this holds our standard input; when that closes, we end at once and so
 * never outlive a test that was killed. The listener asks for no password: loopback only.
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char query[] =
    "--query=SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; "
    "SELECT sleepEachRow(3) FROM numbers(100000000) FORMAT Null "
    "SETTINGS max_block_size = 1, max_threads = 1, function_sleep_max_microseconds_per_block = 0";

static void *end_with_parent(void *unused) {
  char byte;
  while (read(STDIN_FILENO, &byte, 1) > 0) continue;
  _exit(0);
  return unused;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: serve libchdb.so [options of clickhouse-local]\n");
    return 2;
  }
  void *library = dlopen(argv[1], RTLD_NOW | RTLD_GLOBAL);
  if (library == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  void *(*run)(int, char **) = (void *(*)(int, char **))dlsym(library, "chdb_query_cmdline");
  const char *(*problem)(void *) = (const char *(*)(void *))dlsym(library, "chdb_result_error");
  if (run == NULL || problem == NULL) {
    fprintf(stderr, "this libchdb has no command line\n");
    return 1;
  }
  pthread_t watcher;
  if (pthread_create(&watcher, NULL, end_with_parent, NULL) != 0) return 1;
  char **args = calloc((size_t)argc + 1, sizeof *args);
  if (args == NULL) return 1;
  args[0] = "clickhouse";
  for (int i = 2; i < argc; i++) args[i - 1] = argv[i];
  args[argc - 1] = (char *)query;
  void *result = run(argc, args);
  const char *error = result == NULL ? "no answer" : problem(result);
  if (error != NULL) fprintf(stderr, "%s\n", error);
  return error == NULL ? 0 : 1;
}
