"""Numbers of the system calls the filter speaks of, on x86-64 (asm/unistd_64.h) and on aarch64
(asm-generic/unistd.h); `-` where a machine lacks the call."""

from __future__ import annotations

ALLOWED = """
read 0 63
write 1 64
readv 19 65
writev 20 66
pread64 17 67
pwrite64 18 68
lseek 8 62
close 3 57
close_range 436 436
dup 32 23
dup2 33 -
dup3 292 24
pipe 22 -
pipe2 293 59
stat 4 -
lstat 6 -
fstat 5 80
newfstatat 262 79
statx 332 291
access 21 -
faccessat 269 48
faccessat2 439 439
readlink 89 -
readlinkat 267 78
getcwd 79 17
getdents64 217 61
fadvise64 221 223
poll 7 -
ppoll 271 73
select 23 -
pselect6 270 72
mmap 9 222
mprotect 10 226
munmap 11 215
mremap 25 216
brk 12 214
madvise 28 233
mincore 27 232
membarrier 324 283
futex 202 98
futex_waitv 449 449
set_robust_list 273 99
rseq 334 293
set_tid_address 218 96
sched_yield 24 124
sched_getaffinity 204 123
sched_setaffinity 203 122
sched_getparam 143 121
sched_getscheduler 145 120
sched_get_priority_max 146 125
sched_get_priority_min 147 126
getcpu 309 168
exit 60 93
exit_group 231 94
restart_syscall 219 128
rt_sigaction 13 134
rt_sigprocmask 14 135
rt_sigreturn 15 139
rt_sigsuspend 130 133
rt_sigtimedwait 128 137
rt_sigpending 127 136
sigaltstack 131 132
pause 34 -
alarm 37 -
getitimer 36 102
setitimer 38 103
nanosleep 35 101
clock_nanosleep 230 115
clock_gettime 228 113
clock_getres 229 114
gettimeofday 96 169
time 201 -
times 100 153
getrusage 98 165
getpid 39 172
gettid 186 178
getppid 110 173
getuid 102 174
geteuid 107 175
getgid 104 176
getegid 108 177
getpgid 121 155
getpgrp 111 -
getsid 124 156
getrlimit 97 163
getpriority 140 141
sysinfo 99 179
uname 63 160
getrandom 318 278
umask 95 166
arch_prctl 158 -
open 2 -
openat 257 56
fcntl 72 25
ioctl 16 29
prctl 157 167
prlimit64 302 261
clone 56 220
clone3 435 435
kill 62 129
tgkill 234 131
"""

# What serves only to break out, to look at others or to change the machine.
FATAL = """
ptrace 101 117
process_vm_readv 310 270
process_vm_writev 311 271
pidfd_getfd 438 438
io_uring_setup 425 425
io_uring_enter 426 426
io_uring_register 427 427
bpf 321 280
perf_event_open 298 241
userfaultfd 323 282
memfd_secret 447 447
unshare 272 97
setns 308 268
mount 165 40
umount2 166 39
pivot_root 155 41
chroot 161 51
fsopen 430 430
fsmount 432 432
move_mount 429 429
open_tree 428 428
mount_setattr 442 442
keyctl 250 219
add_key 248 217
request_key 249 218
init_module 175 105
finit_module 313 273
delete_module 176 106
kexec_load 246 104
kexec_file_load 320 294
reboot 169 142
open_by_handle_at 304 265
"""
_COLUMN = {"x86_64": 1, "aarch64": 2}


def numbers(table: str, machine: str) -> dict[str, int]:
    """The numbers by name on a machine."""
    column = _COLUMN[machine]
    rows = (line.split() for line in table.strip().splitlines())
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}
