#pragma once

#ifdef __linux__
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

namespace wavemill::test {

/// What a child that ran `body` left: its exit code, or 128 + the signal that ended it. For what would end the tests or change their user.
template <class Body>
int exit_of_child(Body body) {
  std::cout.flush();  // or the child might write the parent's lines once more
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);  // a child that waits for ever is a failure too
    _exit(body());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// The default action for SIGBUS, without a sanitizer's handler or doctest's before it.
inline void forget_sigbus_handler() { signal(SIGBUS, SIG_DFL); }

}  // namespace wavemill::test
#endif
