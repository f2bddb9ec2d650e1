"""A customer of two branches: the contract and a stock gRPC library, nothing of Passbook's own.

Needs grpcio, and on PYTHONPATH what protoc makes of proto/: docs/other-languages.md.
Usage: customer.py HOST:PORT HOST:PORT, branch 1 and branch 2.
"""

import base64
import secrets
import sys

import grpc
from google.rpc import error_details_pb2, status_pb2
from passbook.v1 import common_pb2, teller_pb2, teller_pb2_grpc

# Connections, one a branch.
one, two = (teller_pb2_grpc.TellerServiceStub(grpc.insecure_channel(address)) for address in sys.argv[1:3])

# Pay in at branch 1. The reply brings the passbook.
deposit = teller_pb2.DepositRequest(account="1", amount_minor=1250)
deposit.context.customer = "ada"
paid_in = one.Deposit(deposit, timeout=10)

# Show it at branch 2: it answers once it has the deposit.
query = teller_pb2.QueryRequest(account="1")
query.context.customer = "ada"
query.context.passbook.CopyFrom(paid_in.passbook)
seen = two.Query(query, timeout=10)
print("branch 2 has", seen.balance_minor)

# A request with an id may be sent again, also to another branch that is told where it went first.
request_id = deposit.context.request_id
request_id.session = secrets.randbits(53)  # drawn once a session
request_id.counter = 1  # counts its requests
request_id.home = 1  # the branch asked first
deposit.context.passbook.CopyFrom(seen.passbook)
first = one.Deposit(deposit, timeout=10)
again = two.Deposit(deposit, timeout=10)
print("the same write:", first.write_id == again.write_id)
query.context.passbook.CopyFrom(again.passbook)
seen = two.Query(query, timeout=10)
print("branch 2 has", seen.balance_minor)


# Every error says why, and what became of the money.
def error_info(error):
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            for detail in status_pb2.Status.FromString(value).details:
                info = error_details_pb2.ErrorInfo()
                if detail.Unpack(info) and info.domain == "passbook":
                    return info
    raise error  # not from a branch: it was not reached, or did not answer in time


withdrawal = teller_pb2.WithdrawRequest(account="1", amount_minor=1_000_000)
withdrawal.context.customer = "ada"
withdrawal.context.passbook.CopyFrom(seen.passbook)
try:
    two.Withdraw(withdrawal, timeout=10)
except grpc.RpcError as error:
    info = error_info(error)
    print(error.code().name, info.reason, "applied:", info.metadata["applied"])
    # A refusal shows something of the bank, so it brings a passbook, too.
    passbook = common_pb2.Passbook.FromString(base64.urlsafe_b64decode(info.metadata["passbook"] + "=="))

query.context.passbook.CopyFrom(passbook)
print("branch 1 has", one.Query(query, timeout=10).balance_minor)
