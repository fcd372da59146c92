#!/usr/bin/env bash
# The tour that ./maple tour gives.
exec "$(dirname "$(readlink -f "$0")")/tour/homestead.sh" "$@"
