#!/usr/bin/env bash
# Lets dpkg finish what it was interrupted in. After apt-get was stopped, its dpkg goes on for a while with the lock,
# for which another dpkg does not wait by itself.
for ((try = 0; try < 150; try++)); do
    said="$(dpkg --configure -a 2>&1)" && exit
    [[ "$said" == *lock* ]] || break
    sleep 2
done
echo "$said"
exit 1
