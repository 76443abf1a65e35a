"""What Linux tells of a process and of those that it started."""

import os


def family(root):
    """Processes below /proc that are the root or come from it: their identifiers and the fields of their status line from the third on."""
    lines = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                    lines[int(name)] = stat.read().rpartition(")")[2].split()
            except OSError:
                continue  # it has ended
    for pid in lines:
        ancestor = pid
        while ancestor != root and ancestor in lines:
            ancestor = int(lines[ancestor][1])
        if ancestor == root:
            yield pid, lines[pid]


def processor_ms(root):
    """Processor time so far of a process and those that it started, also those that have ended."""
    ticks = sum(sum(map(int, fields[11:15])) for _, fields in family(root))
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def memory_mb(root, what="VmHWM"):
    """The sum of VmHWM (the most so far) or VmRSS (now) of a process and those that it started."""
    kilobytes = 0
    for pid, _ in family(root):
        with open(f"/proc/{pid}/status", encoding="utf-8") as status:
            kilobytes += sum(int(line.split()[1]) for line in status if line.startswith(what + ":"))
    return kilobytes // 1024


def compiler_ms(pid):
    """Processor time so far of the threads of a Java process that compile; 0 for another program."""
    ticks = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/stat", encoding="utf-8", errors="replace") as stat:
                line = stat.read()
        except OSError:
            continue  # it has ended
        if line.partition("(")[2].startswith(("C1 Compiler", "C2 Compiler")):
            ticks += sum(map(int, line.rpartition(")")[2].split()[11:13]))
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")
