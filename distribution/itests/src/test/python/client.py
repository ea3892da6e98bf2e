"""What a Python client gets from the example conformance: exits with 0 if all is as it should be."""
import sys
import threading

import socketio

PATIENCE = 60
url, transport = sys.argv[1:]
came = threading.Event()
heard = []

client = socketio.Client(reconnection_delay=0.1)


@client.on("message-back")
def message_back(*arguments):
    heard.append(arguments)
    came.set()


client.connect(url, auth={"token": "123"}, transports=transport.split(","), namespaces=["/", "/custom"])
assert client.namespaces.keys() == {"/", "/custom"}, client.namespaces
answer = client.call("message-with-ack", ("a", 1, {"binary": b"\x01\xff"}), timeout=PATIENCE)
assert list(answer) == ["a", 1, {"binary": b"\x01\xff"}], answer
client.emit("message", {"n": None})
assert came.wait(PATIENCE), "no message-back"
assert heard == [({"n": None},)], heard
client.disconnect()
print("python-socketio is served over " + transport)
