/*
 * A disk that loses power: preloaded into a process, it keeps for every file in the folder WATCHED a copy in the
 * folder DURABLE that holds exactly what the process has asked the disk to keep. Written but not synced is lost.
 *
 * fsync and fdatasync copy the file as it is at that moment; unlink removes the copy (a stale journal would undo
 * what came after it). A copy is made beside its place and renamed, so killing the process never leaves half of one.
 * Kept out: the shared-memory file, which SQLite rebuilds and never syncs.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);

__attribute__((constructor)) static void find_real(void) {
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
}

/* Where the copy of a file belongs; 0 when the file is not watched. */
static int durable_path(const char *path, char *copy) {
  const char *watched = getenv("WATCHED"), *durable = getenv("DURABLE");
  if (!watched || !durable) return 0;
  size_t length = strlen(watched);
  if (strncmp(path, watched, length) != 0 || path[length] != '/') return 0;
  return snprintf(copy, PATH_MAX, "%s%s", durable, path + length) < PATH_MAX;
}

/* The test must not go on with a copy that is not what was synced. */
static void give_up(const char *what) {
  perror(what);
  abort();
}

static void keep(int file) {
  char link[64], path[PATH_MAX], copy[PATH_MAX], half[PATH_MAX + 8], buffer[1 << 16];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  struct stat about;
  if (!durable_path(path, copy) || fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return;
  snprintf(half, sizeof half, "%s.half", copy);
  int in = open(path, O_RDONLY), out = open(half, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (in < 0 || out < 0) give_up("open");
  for (ssize_t got; (got = read(in, buffer, sizeof buffer)) != 0;)
    if (got < 0 || write(out, buffer, got) != got) give_up("copy");
  close(in);
  close(out);
  if (rename(half, copy) != 0) give_up("rename");
}

int fsync(int file) {
  int result = real_fsync(file);
  if (result == 0) keep(file);
  return result;
}

int fdatasync(int file) {
  int result = real_fdatasync(file);
  if (result == 0) keep(file);
  return result;
}

int unlink(const char *path) {
  char copy[PATH_MAX];
  int result = real_unlink(path);
  if (result == 0 && durable_path(path, copy)) real_unlink(copy);
  return result;
}
