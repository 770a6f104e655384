"""Reckons with the export files of a folder by itself, with the decimals of Python: no line of this is lerpack's.

usage: recompute.py <folder> [<first> <last>]    times in UTC, as the files write them; both included

Prints JSON: figures by name, exact, and those of money rounded half up to two places.
"""

import csv
import json
import os
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 200


def text(value):
    value = format(value, "f")
    if "." in value:
        value = value.rstrip("0").rstrip(".")
    return "0" if value in ("", "-0") else value


def rows_of(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".csv"):
            with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
                lines = list(csv.reader(file))
            for line in lines[1:]:
                yield dict(zip(lines[0], line))


def main(folder, first="0000", last="9999"):
    sums = {}

    def add(key, value):
        sums[key] = sums.get(key, Decimal(0)) + value

    sold = None
    for row in rows_of(folder):
        if "订单类型" in row:
            if row["状态"] != "已完成":
                continue
            kind = {"购买": "purchased", "出售": "disposed"}[row["订单类型"]]
            add((kind, row["币种"], row["法币"], "quantity"), Decimal(row["数量"]))
            add((kind, row["币种"], row["法币"], "total"), Decimal(row["总价"]))
        elif "委托时间(UTC)" in row:
            if not first <= row["委托时间(UTC)"] <= last:
                continue
            side = {"买入": "bought", "卖出": "sold"}[row["买卖"]]
            # Whatever the state of an order: what was traded of it counts.
            add(("futures", row["合约"], side), Decimal(row["成交量"]))
            add(("futures", row["合约"], side + "-value"), Decimal(row["成交额"]))
            add(("net", "USDT"), Decimal(row["成交额"]) * (1 if side == "sold" else -1))
        elif "Operation" in row:
            if not first <= row["UTC_Time"] <= last:
                continue
            change = Decimal(row["Change"])
            operation, is_futures = row["Operation"], row["Account"] == "USDT-Futures"
            add(("change", row["Coin"]), change)
            if is_futures and operation == "Fee":
                add(("futures-fee", row["Coin"]), -change)
                if row["Coin"] == "USDT":
                    add(("net", "USDT"), change)
            elif operation == "Transaction Fee":
                add(("spot-fee", row["Coin"]), -change)
            elif operation == "Transaction Sold":
                sold = row["Coin"]
                add(("spot", sold, "sold"), -change)
            elif operation == "Transaction Revenue":
                add(("spot", sold, "received"), change)
    figures = {" ".join(key): text(value) for key, value in sums.items()}
    for kind, coin, money in [key[:3] for key in sums if key[-1] == "total"]:
        average = sums[kind, coin, money, "total"] / sums[kind, coin, money, "quantity"]
        figures[f"{kind} {coin} {money} average"] = str(average.quantize(Decimal("0.01"), ROUND_HALF_UP))
    for key in [key for key in sums if key[0] == "net"]:
        figures[" ".join(key) + " rounded"] = str(sums[key].quantize(Decimal("0.01"), ROUND_HALF_UP))
    print(json.dumps(figures))


main(*sys.argv[1:])
