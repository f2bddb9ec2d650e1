/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "../protobuf.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const passbook = $root.passbook = (() => {

    /**
     * Namespace passbook.
     * @exports passbook
     * @namespace
     */
    const passbook = {};

    passbook.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof passbook
         * @namespace
         */
        const v1 = {};

        v1.BranchService = (function() {

            /**
             * Constructs a new BranchService service.
             * @memberof passbook.v1
             * @classdesc Represents a BranchService
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const BranchService = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(BranchService.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: BranchService, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link passbook.v1.BranchService#getStatus}.
             * @memberof passbook.v1.BranchService
             * @typedef GetStatusCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.GetStatusResponse} [response] GetStatusResponse
             */

            /**
             * Calls GetStatus.
             * @memberof passbook.v1.BranchService
             * @typedef GetStatus
             * @type {{
             *   (request: passbook.v1.IGetStatusRequest, callback: passbook.v1.BranchService.GetStatusCallback): void;
             *   (request: passbook.v1.IGetStatusRequest): Promise<passbook.v1.GetStatusResponse>;
             *   readonly name: "GetStatus";
             *   readonly path: "/passbook.v1.BranchService/GetStatus";
             *   readonly requestType: "GetStatusRequest";
             *   readonly responseType: "GetStatusResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls GetStatus.
             * @name passbook.v1.BranchService#getStatus
             * @type {passbook.v1.BranchService.GetStatus}
             */
            $Object.defineProperties(BranchService.prototype.getStatus = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, BranchService.prototype.getStatus, $root.passbook.v1.GetStatusRequest, $root.passbook.v1.GetStatusResponse, request, callback);
            }, {
                name: { value: "GetStatus" },
                path: { value: "/passbook.v1.BranchService/GetStatus" },
                requestType: { value: "GetStatusRequest" },
                responseType: { value: "GetStatusResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.BranchService#listWrites}.
             * @memberof passbook.v1.BranchService
             * @typedef ListWritesCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.ListWritesResponse} [response] ListWritesResponse
             */

            /**
             * Calls ListWrites.
             * @memberof passbook.v1.BranchService
             * @typedef ListWrites
             * @type {{
             *   (request: passbook.v1.IListWritesRequest, callback: passbook.v1.BranchService.ListWritesCallback): void;
             *   (request: passbook.v1.IListWritesRequest): Promise<passbook.v1.ListWritesResponse>;
             *   readonly name: "ListWrites";
             *   readonly path: "/passbook.v1.BranchService/ListWrites";
             *   readonly requestType: "ListWritesRequest";
             *   readonly responseType: "ListWritesResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls ListWrites.
             * @name passbook.v1.BranchService#listWrites
             * @type {passbook.v1.BranchService.ListWrites}
             */
            $Object.defineProperties(BranchService.prototype.listWrites = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, BranchService.prototype.listWrites, $root.passbook.v1.ListWritesRequest, $root.passbook.v1.ListWritesResponse, request, callback);
            }, {
                name: { value: "ListWrites" },
                path: { value: "/passbook.v1.BranchService/ListWrites" },
                requestType: { value: "ListWritesRequest" },
                responseType: { value: "ListWritesResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link passbook.v1.BranchService#join}.
             * @memberof passbook.v1.BranchService
             * @typedef JoinCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.JoinResponse} [response] JoinResponse
             */

            /**
             * Calls Join.
             * @memberof passbook.v1.BranchService
             * @typedef Join
             * @type {{
             *   (request: passbook.v1.IJoinRequest, callback: passbook.v1.BranchService.JoinCallback): void;
             *   (request: passbook.v1.IJoinRequest): Promise<passbook.v1.JoinResponse>;
             *   readonly name: "Join";
             *   readonly path: "/passbook.v1.BranchService/Join";
             *   readonly requestType: "JoinRequest";
             *   readonly responseType: "JoinResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Join.
             * @name passbook.v1.BranchService#join
             * @type {passbook.v1.BranchService.Join}
             */
            $Object.defineProperties(BranchService.prototype.join = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, BranchService.prototype.join, $root.passbook.v1.JoinRequest, $root.passbook.v1.JoinResponse, request, callback);
            }, {
                name: { value: "Join" },
                path: { value: "/passbook.v1.BranchService/Join" },
                requestType: { value: "JoinRequest" },
                responseType: { value: "JoinResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.BranchService#retire}.
             * @memberof passbook.v1.BranchService
             * @typedef RetireCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.RetireResponse} [response] RetireResponse
             */

            /**
             * Calls Retire.
             * @memberof passbook.v1.BranchService
             * @typedef Retire
             * @type {{
             *   (request: passbook.v1.IRetireRequest, callback: passbook.v1.BranchService.RetireCallback): void;
             *   (request: passbook.v1.IRetireRequest): Promise<passbook.v1.RetireResponse>;
             *   readonly name: "Retire";
             *   readonly path: "/passbook.v1.BranchService/Retire";
             *   readonly requestType: "RetireRequest";
             *   readonly responseType: "RetireResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Retire.
             * @name passbook.v1.BranchService#retire
             * @type {passbook.v1.BranchService.Retire}
             */
            $Object.defineProperties(BranchService.prototype.retire = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, BranchService.prototype.retire, $root.passbook.v1.RetireRequest, $root.passbook.v1.RetireResponse, request, callback);
            }, {
                name: { value: "Retire" },
                path: { value: "/passbook.v1.BranchService/Retire" },
                requestType: { value: "RetireRequest" },
                responseType: { value: "RetireResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.BranchService#getSnapshot}.
             * @memberof passbook.v1.BranchService
             * @typedef GetSnapshotCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.GetSnapshotResponse} [response] GetSnapshotResponse
             */

            /**
             * Calls GetSnapshot.
             * @memberof passbook.v1.BranchService
             * @typedef GetSnapshot
             * @type {{
             *   (request: passbook.v1.IGetSnapshotRequest, callback: passbook.v1.BranchService.GetSnapshotCallback): void;
             *   (request: passbook.v1.IGetSnapshotRequest): Promise<passbook.v1.GetSnapshotResponse>;
             *   readonly name: "GetSnapshot";
             *   readonly path: "/passbook.v1.BranchService/GetSnapshot";
             *   readonly requestType: "GetSnapshotRequest";
             *   readonly responseType: "GetSnapshotResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls GetSnapshot.
             * @name passbook.v1.BranchService#getSnapshot
             * @type {passbook.v1.BranchService.GetSnapshot}
             */
            $Object.defineProperties(BranchService.prototype.getSnapshot = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, BranchService.prototype.getSnapshot, $root.passbook.v1.GetSnapshotRequest, $root.passbook.v1.GetSnapshotResponse, request, callback);
            }, {
                name: { value: "GetSnapshot" },
                path: { value: "/passbook.v1.BranchService/GetSnapshot" },
                requestType: { value: "GetSnapshotRequest" },
                responseType: { value: "GetSnapshotResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            return BranchService;
        })();

        v1.JoinRequest = (function() {

            /**
             * Properties of a JoinRequest.
             * @typedef {Object} passbook.v1.JoinRequest.$Properties
             * @property {number|null} [branch] JoinRequest branch
             * @property {string|null} [address] JoinRequest address
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinRequest.
             * @memberof passbook.v1
             * @interface IJoinRequest
             * @augments passbook.v1.JoinRequest.$Properties
             * @deprecated Use passbook.v1.JoinRequest.$Properties instead.
             */

            /**
             * Shape of a JoinRequest.
             * @typedef {passbook.v1.JoinRequest.$Properties} passbook.v1.JoinRequest.$Shape
             */

            /**
             * Constructs a new JoinRequest.
             * @memberof passbook.v1
             * @classdesc Represents a JoinRequest.
             * @constructor
             * @param {passbook.v1.JoinRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinRequest branch.
             * @member {number} branch
             * @memberof passbook.v1.JoinRequest
             * @instance
             */
            JoinRequest.prototype.branch = 0;

            /**
             * JoinRequest address.
             * @member {string} address
             * @memberof passbook.v1.JoinRequest
             * @instance
             */
            JoinRequest.prototype.address = "";

            /**
             * Encodes the specified JoinRequest message. Does not implicitly {@link passbook.v1.JoinRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.JoinRequest
             * @static
             * @param {passbook.v1.JoinRequest.$Properties} message JoinRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.JoinRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.JoinRequest & passbook.v1.JoinRequest.$Shape} JoinRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.JoinRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinRequest;
        })();

        v1.JoinResponse = (function() {

            /**
             * Properties of a JoinResponse.
             * @typedef {Object} passbook.v1.JoinResponse.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinResponse.
             * @memberof passbook.v1
             * @interface IJoinResponse
             * @augments passbook.v1.JoinResponse.$Properties
             * @deprecated Use passbook.v1.JoinResponse.$Properties instead.
             */

            /**
             * Shape of a JoinResponse.
             * @typedef {passbook.v1.JoinResponse.$Properties} passbook.v1.JoinResponse.$Shape
             */

            /**
             * Constructs a new JoinResponse.
             * @memberof passbook.v1
             * @classdesc Represents a JoinResponse.
             * @constructor
             * @param {passbook.v1.JoinResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified JoinResponse message. Does not implicitly {@link passbook.v1.JoinResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.JoinResponse
             * @static
             * @param {passbook.v1.JoinResponse.$Properties} message JoinResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.JoinResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.JoinResponse & passbook.v1.JoinResponse.$Shape} JoinResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.JoinResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinResponse;
        })();

        v1.RetireRequest = (function() {

            /**
             * Properties of a RetireRequest.
             * @typedef {Object} passbook.v1.RetireRequest.$Properties
             * @property {Array.<number>|null} [branches] RetireRequest branches
             * @property {boolean|null} [lost] RetireRequest lost
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RetireRequest.
             * @memberof passbook.v1
             * @interface IRetireRequest
             * @augments passbook.v1.RetireRequest.$Properties
             * @deprecated Use passbook.v1.RetireRequest.$Properties instead.
             */

            /**
             * Shape of a RetireRequest.
             * @typedef {passbook.v1.RetireRequest.$Properties} passbook.v1.RetireRequest.$Shape
             */

            /**
             * Constructs a new RetireRequest.
             * @memberof passbook.v1
             * @classdesc Represents a RetireRequest.
             * @constructor
             * @param {passbook.v1.RetireRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RetireRequest = function (properties) {
                this.branches = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RetireRequest branches.
             * @member {Array.<number>} branches
             * @memberof passbook.v1.RetireRequest
             * @instance
             */
            RetireRequest.prototype.branches = $util.emptyArray;

            /**
             * RetireRequest lost.
             * @member {boolean} lost
             * @memberof passbook.v1.RetireRequest
             * @instance
             */
            RetireRequest.prototype.lost = false;

            /**
             * Encodes the specified RetireRequest message. Does not implicitly {@link passbook.v1.RetireRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.RetireRequest
             * @static
             * @param {passbook.v1.RetireRequest.$Properties} message RetireRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RetireRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branches != null && message.branches.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.branches);
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost") && message.lost !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.lost);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RetireRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.RetireRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.RetireRequest & passbook.v1.RetireRequest.$Shape} RetireRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RetireRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.RetireRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.branches && message.branches.length))
                                    message.branches = [];
                                reader.uint32s(message.branches);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.branches && message.branches.length))
                                message.branches = [];
                            message.branches.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lost = value;
                            else
                                delete message.lost;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RetireRequest;
        })();

        v1.RetireResponse = (function() {

            /**
             * Properties of a RetireResponse.
             * @typedef {Object} passbook.v1.RetireResponse.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RetireResponse.
             * @memberof passbook.v1
             * @interface IRetireResponse
             * @augments passbook.v1.RetireResponse.$Properties
             * @deprecated Use passbook.v1.RetireResponse.$Properties instead.
             */

            /**
             * Shape of a RetireResponse.
             * @typedef {passbook.v1.RetireResponse.$Properties} passbook.v1.RetireResponse.$Shape
             */

            /**
             * Constructs a new RetireResponse.
             * @memberof passbook.v1
             * @classdesc Represents a RetireResponse.
             * @constructor
             * @param {passbook.v1.RetireResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RetireResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified RetireResponse message. Does not implicitly {@link passbook.v1.RetireResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.RetireResponse
             * @static
             * @param {passbook.v1.RetireResponse.$Properties} message RetireResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RetireResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RetireResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.RetireResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.RetireResponse & passbook.v1.RetireResponse.$Shape} RetireResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RetireResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.RetireResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RetireResponse;
        })();

        v1.GetSnapshotRequest = (function() {

            /**
             * Properties of a GetSnapshotRequest.
             * @typedef {Object} passbook.v1.GetSnapshotRequest.$Properties
             * @property {boolean|null} [bankOnly] GetSnapshotRequest bankOnly
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetSnapshotRequest.
             * @memberof passbook.v1
             * @interface IGetSnapshotRequest
             * @augments passbook.v1.GetSnapshotRequest.$Properties
             * @deprecated Use passbook.v1.GetSnapshotRequest.$Properties instead.
             */

            /**
             * Shape of a GetSnapshotRequest.
             * @typedef {passbook.v1.GetSnapshotRequest.$Properties} passbook.v1.GetSnapshotRequest.$Shape
             */

            /**
             * Constructs a new GetSnapshotRequest.
             * @memberof passbook.v1
             * @classdesc Represents a GetSnapshotRequest.
             * @constructor
             * @param {passbook.v1.GetSnapshotRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetSnapshotRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetSnapshotRequest bankOnly.
             * @member {boolean} bankOnly
             * @memberof passbook.v1.GetSnapshotRequest
             * @instance
             */
            GetSnapshotRequest.prototype.bankOnly = false;

            /**
             * Encodes the specified GetSnapshotRequest message. Does not implicitly {@link passbook.v1.GetSnapshotRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.GetSnapshotRequest
             * @static
             * @param {passbook.v1.GetSnapshotRequest.$Properties} message GetSnapshotRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetSnapshotRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankOnly != null && $Object.hasOwnProperty.call(message, "bankOnly") && message.bankOnly !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.bankOnly);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetSnapshotRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.GetSnapshotRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.GetSnapshotRequest & passbook.v1.GetSnapshotRequest.$Shape} GetSnapshotRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetSnapshotRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.GetSnapshotRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.bankOnly = value;
                            else
                                delete message.bankOnly;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetSnapshotRequest;
        })();

        v1.GetSnapshotResponse = (function() {

            /**
             * Properties of a GetSnapshotResponse.
             * @typedef {Object} passbook.v1.GetSnapshotResponse.$Properties
             * @property {passbook.v1.Bank.$Properties|null} [bank] GetSnapshotResponse bank
             * @property {Uint8Array|null} [part] GetSnapshotResponse part
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetSnapshotResponse.
             * @memberof passbook.v1
             * @interface IGetSnapshotResponse
             * @augments passbook.v1.GetSnapshotResponse.$Properties
             * @deprecated Use passbook.v1.GetSnapshotResponse.$Properties instead.
             */

            /**
             * Shape of a GetSnapshotResponse.
             * @typedef {passbook.v1.GetSnapshotResponse.$Properties} passbook.v1.GetSnapshotResponse.$Shape
             */

            /**
             * Constructs a new GetSnapshotResponse.
             * @memberof passbook.v1
             * @classdesc Represents a GetSnapshotResponse.
             * @constructor
             * @param {passbook.v1.GetSnapshotResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetSnapshotResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetSnapshotResponse bank.
             * @member {passbook.v1.Bank.$Properties|null|undefined} bank
             * @memberof passbook.v1.GetSnapshotResponse
             * @instance
             */
            GetSnapshotResponse.prototype.bank = null;

            /**
             * GetSnapshotResponse part.
             * @member {Uint8Array} part
             * @memberof passbook.v1.GetSnapshotResponse
             * @instance
             */
            GetSnapshotResponse.prototype.part = $util.newBuffer([]);

            /**
             * Encodes the specified GetSnapshotResponse message. Does not implicitly {@link passbook.v1.GetSnapshotResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.GetSnapshotResponse
             * @static
             * @param {passbook.v1.GetSnapshotResponse.$Properties} message GetSnapshotResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetSnapshotResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bank != null && $Object.hasOwnProperty.call(message, "bank"))
                    $root.passbook.v1.Bank.encode(message.bank, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.part);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetSnapshotResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.GetSnapshotResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.GetSnapshotResponse & passbook.v1.GetSnapshotResponse.$Shape} GetSnapshotResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetSnapshotResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.GetSnapshotResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bank = $root.passbook.v1.Bank.decode(reader, reader.size(), $undefined, _depth + 1, message.bank);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.part = value;
                            else
                                delete message.part;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetSnapshotResponse;
        })();

        v1.Bank = (function() {

            /**
             * Properties of a Bank.
             * @typedef {Object} passbook.v1.Bank.$Properties
             * @property {string|null} [bankId] Bank bankId
             * @property {Array.<number>|null} [foundingMembers] Bank foundingMembers
             * @property {Array.<string>|null} [foundedMinor] Bank foundedMinor
             * @property {Array.<passbook.v1.Member.$Properties>|null} [members] Bank members
             * @property {Array.<number>|null} [awaited] Bank awaited
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Bank.
             * @memberof passbook.v1
             * @interface IBank
             * @augments passbook.v1.Bank.$Properties
             * @deprecated Use passbook.v1.Bank.$Properties instead.
             */

            /**
             * Shape of a Bank.
             * @typedef {passbook.v1.Bank.$Properties} passbook.v1.Bank.$Shape
             */

            /**
             * Constructs a new Bank.
             * @memberof passbook.v1
             * @classdesc Represents a Bank.
             * @constructor
             * @param {passbook.v1.Bank.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Bank = function (properties) {
                this.foundingMembers = [];
                this.foundedMinor = [];
                this.members = [];
                this.awaited = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Bank bankId.
             * @member {string} bankId
             * @memberof passbook.v1.Bank
             * @instance
             */
            Bank.prototype.bankId = "";

            /**
             * Bank foundingMembers.
             * @member {Array.<number>} foundingMembers
             * @memberof passbook.v1.Bank
             * @instance
             */
            Bank.prototype.foundingMembers = $util.emptyArray;

            /**
             * Bank foundedMinor.
             * @member {Array.<string>} foundedMinor
             * @memberof passbook.v1.Bank
             * @instance
             */
            Bank.prototype.foundedMinor = $util.emptyArray;

            /**
             * Bank members.
             * @member {Array.<passbook.v1.Member.$Properties>} members
             * @memberof passbook.v1.Bank
             * @instance
             */
            Bank.prototype.members = $util.emptyArray;

            /**
             * Bank awaited.
             * @member {Array.<number>} awaited
             * @memberof passbook.v1.Bank
             * @instance
             */
            Bank.prototype.awaited = $util.emptyArray;

            /**
             * Encodes the specified Bank message. Does not implicitly {@link passbook.v1.Bank.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Bank
             * @static
             * @param {passbook.v1.Bank.$Properties} message Bank message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Bank.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankId != null && $Object.hasOwnProperty.call(message, "bankId") && message.bankId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bankId);
                if (message.foundingMembers != null && message.foundingMembers.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.foundingMembers);
                if (message.foundedMinor != null && message.foundedMinor.length)
                    for (let i = 0; i < message.foundedMinor.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.foundedMinor[i]);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.passbook.v1.Member.encode(message.members[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.awaited != null && message.awaited.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint32s(message.awaited);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Bank message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Bank
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Bank & passbook.v1.Bank.$Shape} Bank
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Bank.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Bank();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bankId = value;
                            else
                                delete message.bankId;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.foundingMembers && message.foundingMembers.length))
                                    message.foundingMembers = [];
                                reader.uint32s(message.foundingMembers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.foundingMembers && message.foundingMembers.length))
                                message.foundingMembers = [];
                            message.foundingMembers.push(reader.uint32());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.foundedMinor && message.foundedMinor.length))
                                message.foundedMinor = [];
                            message.foundedMinor.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.passbook.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.awaited && message.awaited.length))
                                    message.awaited = [];
                                reader.uint32s(message.awaited);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.awaited && message.awaited.length))
                                message.awaited = [];
                            message.awaited.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Bank;
        })();

        v1.Member = (function() {

            /**
             * Properties of a Member.
             * @typedef {Object} passbook.v1.Member.$Properties
             * @property {number|null} [branch] Member branch
             * @property {string|null} [address] Member address
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Member.
             * @memberof passbook.v1
             * @interface IMember
             * @augments passbook.v1.Member.$Properties
             * @deprecated Use passbook.v1.Member.$Properties instead.
             */

            /**
             * Shape of a Member.
             * @typedef {passbook.v1.Member.$Properties} passbook.v1.Member.$Shape
             */

            /**
             * Constructs a new Member.
             * @memberof passbook.v1
             * @classdesc Represents a Member.
             * @constructor
             * @param {passbook.v1.Member.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Member = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Member branch.
             * @member {number} branch
             * @memberof passbook.v1.Member
             * @instance
             */
            Member.prototype.branch = 0;

            /**
             * Member address.
             * @member {string} address
             * @memberof passbook.v1.Member
             * @instance
             */
            Member.prototype.address = "";

            /**
             * Encodes the specified Member message. Does not implicitly {@link passbook.v1.Member.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Member
             * @static
             * @param {passbook.v1.Member.$Properties} message Member message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Member.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Member
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Member & passbook.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Member.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Member();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Member;
        })();

        v1.GetStatusRequest = (function() {

            /**
             * Properties of a GetStatusRequest.
             * @typedef {Object} passbook.v1.GetStatusRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetStatusRequest.
             * @memberof passbook.v1
             * @interface IGetStatusRequest
             * @augments passbook.v1.GetStatusRequest.$Properties
             * @deprecated Use passbook.v1.GetStatusRequest.$Properties instead.
             */

            /**
             * Shape of a GetStatusRequest.
             * @typedef {passbook.v1.GetStatusRequest.$Properties} passbook.v1.GetStatusRequest.$Shape
             */

            /**
             * Constructs a new GetStatusRequest.
             * @memberof passbook.v1
             * @classdesc Represents a GetStatusRequest.
             * @constructor
             * @param {passbook.v1.GetStatusRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetStatusRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Encodes the specified GetStatusRequest message. Does not implicitly {@link passbook.v1.GetStatusRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.GetStatusRequest
             * @static
             * @param {passbook.v1.GetStatusRequest.$Properties} message GetStatusRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetStatusRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetStatusRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.GetStatusRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.GetStatusRequest & passbook.v1.GetStatusRequest.$Shape} GetStatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetStatusRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.GetStatusRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetStatusRequest;
        })();

        v1.GetStatusResponse = (function() {

            /**
             * Properties of a GetStatusResponse.
             * @typedef {Object} passbook.v1.GetStatusResponse.$Properties
             * @property {string|null} [bankId] GetStatusResponse bankId
             * @property {passbook.v1.Origin.$Properties|null} [origin] GetStatusResponse origin
             * @property {Array.<number>|null} [members] GetStatusResponse members
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] GetStatusResponse vector
             * @property {number|null} [parked] GetStatusResponse parked
             * @property {string|null} [stateDigest] GetStatusResponse stateDigest
             * @property {Array.<passbook.v1.AccountStatus.$Properties>|null} [accounts] GetStatusResponse accounts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetStatusResponse.
             * @memberof passbook.v1
             * @interface IGetStatusResponse
             * @augments passbook.v1.GetStatusResponse.$Properties
             * @deprecated Use passbook.v1.GetStatusResponse.$Properties instead.
             */

            /**
             * Shape of a GetStatusResponse.
             * @typedef {passbook.v1.GetStatusResponse.$Properties} passbook.v1.GetStatusResponse.$Shape
             */

            /**
             * Constructs a new GetStatusResponse.
             * @memberof passbook.v1
             * @classdesc Represents a GetStatusResponse.
             * @constructor
             * @param {passbook.v1.GetStatusResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetStatusResponse = function (properties) {
                this.members = [];
                this.accounts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetStatusResponse bankId.
             * @member {string} bankId
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.bankId = "";

            /**
             * GetStatusResponse origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.origin = null;

            /**
             * GetStatusResponse members.
             * @member {Array.<number>} members
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.members = $util.emptyArray;

            /**
             * GetStatusResponse vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.vector = null;

            /**
             * GetStatusResponse parked.
             * @member {number} parked
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.parked = 0;

            /**
             * GetStatusResponse stateDigest.
             * @member {string} stateDigest
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.stateDigest = "";

            /**
             * GetStatusResponse accounts.
             * @member {Array.<passbook.v1.AccountStatus.$Properties>} accounts
             * @memberof passbook.v1.GetStatusResponse
             * @instance
             */
            GetStatusResponse.prototype.accounts = $util.emptyArray;

            /**
             * Encodes the specified GetStatusResponse message. Does not implicitly {@link passbook.v1.GetStatusResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.GetStatusResponse
             * @static
             * @param {passbook.v1.GetStatusResponse.$Properties} message GetStatusResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetStatusResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankId != null && $Object.hasOwnProperty.call(message, "bankId") && message.bankId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bankId);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.members != null && message.members.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.members);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.parked != null && $Object.hasOwnProperty.call(message, "parked") && message.parked !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.parked);
                if (message.stateDigest != null && $Object.hasOwnProperty.call(message, "stateDigest") && message.stateDigest !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.stateDigest);
                if (message.accounts != null && message.accounts.length)
                    for (let i = 0; i < message.accounts.length; ++i)
                        $root.passbook.v1.AccountStatus.encode(message.accounts[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetStatusResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.GetStatusResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.GetStatusResponse & passbook.v1.GetStatusResponse.$Shape} GetStatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetStatusResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.GetStatusResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bankId = value;
                            else
                                delete message.bankId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.members && message.members.length))
                                    message.members = [];
                                reader.uint32s(message.members);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.parked = value;
                            else
                                delete message.parked;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.stateDigest = value;
                            else
                                delete message.stateDigest;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accounts && message.accounts.length))
                                message.accounts = [];
                            message.accounts.push($root.passbook.v1.AccountStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetStatusResponse;
        })();

        v1.AccountStatus = (function() {

            /**
             * Properties of an AccountStatus.
             * @typedef {Object} passbook.v1.AccountStatus.$Properties
             * @property {string|null} [account] AccountStatus account
             * @property {string|null} [label] AccountStatus label
             * @property {string|null} [balanceMinor] AccountStatus balanceMinor
             * @property {string|null} [allowanceMinor] AccountStatus allowanceMinor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AccountStatus.
             * @memberof passbook.v1
             * @interface IAccountStatus
             * @augments passbook.v1.AccountStatus.$Properties
             * @deprecated Use passbook.v1.AccountStatus.$Properties instead.
             */

            /**
             * Shape of an AccountStatus.
             * @typedef {passbook.v1.AccountStatus.$Properties} passbook.v1.AccountStatus.$Shape
             */

            /**
             * Constructs a new AccountStatus.
             * @memberof passbook.v1
             * @classdesc Represents an AccountStatus.
             * @constructor
             * @param {passbook.v1.AccountStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AccountStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AccountStatus account.
             * @member {string} account
             * @memberof passbook.v1.AccountStatus
             * @instance
             */
            AccountStatus.prototype.account = "";

            /**
             * AccountStatus label.
             * @member {string} label
             * @memberof passbook.v1.AccountStatus
             * @instance
             */
            AccountStatus.prototype.label = "";

            /**
             * AccountStatus balanceMinor.
             * @member {string} balanceMinor
             * @memberof passbook.v1.AccountStatus
             * @instance
             */
            AccountStatus.prototype.balanceMinor = "";

            /**
             * AccountStatus allowanceMinor.
             * @member {string} allowanceMinor
             * @memberof passbook.v1.AccountStatus
             * @instance
             */
            AccountStatus.prototype.allowanceMinor = "";

            /**
             * Encodes the specified AccountStatus message. Does not implicitly {@link passbook.v1.AccountStatus.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.AccountStatus
             * @static
             * @param {passbook.v1.AccountStatus.$Properties} message AccountStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AccountStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.account);
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.label);
                if (message.balanceMinor != null && $Object.hasOwnProperty.call(message, "balanceMinor") && message.balanceMinor !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.balanceMinor);
                if (message.allowanceMinor != null && $Object.hasOwnProperty.call(message, "allowanceMinor") && message.allowanceMinor !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.allowanceMinor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AccountStatus message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.AccountStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.AccountStatus & passbook.v1.AccountStatus.$Shape} AccountStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AccountStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.AccountStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.balanceMinor = value;
                            else
                                delete message.balanceMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.allowanceMinor = value;
                            else
                                delete message.allowanceMinor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AccountStatus;
        })();

        v1.ListWritesRequest = (function() {

            /**
             * Properties of a ListWritesRequest.
             * @typedef {Object} passbook.v1.ListWritesRequest.$Properties
             * @property {string|null} [customer] ListWritesRequest customer
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListWritesRequest.
             * @memberof passbook.v1
             * @interface IListWritesRequest
             * @augments passbook.v1.ListWritesRequest.$Properties
             * @deprecated Use passbook.v1.ListWritesRequest.$Properties instead.
             */

            /**
             * Shape of a ListWritesRequest.
             * @typedef {passbook.v1.ListWritesRequest.$Properties} passbook.v1.ListWritesRequest.$Shape
             */

            /**
             * Constructs a new ListWritesRequest.
             * @memberof passbook.v1
             * @classdesc Represents a ListWritesRequest.
             * @constructor
             * @param {passbook.v1.ListWritesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListWritesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListWritesRequest customer.
             * @member {string} customer
             * @memberof passbook.v1.ListWritesRequest
             * @instance
             */
            ListWritesRequest.prototype.customer = "";

            /**
             * Encodes the specified ListWritesRequest message. Does not implicitly {@link passbook.v1.ListWritesRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.ListWritesRequest
             * @static
             * @param {passbook.v1.ListWritesRequest.$Properties} message ListWritesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListWritesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.customer);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListWritesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.ListWritesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.ListWritesRequest & passbook.v1.ListWritesRequest.$Shape} ListWritesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListWritesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.ListWritesRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListWritesRequest;
        })();

        v1.ListWritesResponse = (function() {

            /**
             * Properties of a ListWritesResponse.
             * @typedef {Object} passbook.v1.ListWritesResponse.$Properties
             * @property {Array.<passbook.v1.LoggedWrite.$Properties>|null} [writes] ListWritesResponse writes
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] ListWritesResponse vector
             * @property {passbook.v1.VersionVector.$Properties|null} [notListed] ListWritesResponse notListed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListWritesResponse.
             * @memberof passbook.v1
             * @interface IListWritesResponse
             * @augments passbook.v1.ListWritesResponse.$Properties
             * @deprecated Use passbook.v1.ListWritesResponse.$Properties instead.
             */

            /**
             * Shape of a ListWritesResponse.
             * @typedef {passbook.v1.ListWritesResponse.$Properties} passbook.v1.ListWritesResponse.$Shape
             */

            /**
             * Constructs a new ListWritesResponse.
             * @memberof passbook.v1
             * @classdesc Represents a ListWritesResponse.
             * @constructor
             * @param {passbook.v1.ListWritesResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListWritesResponse = function (properties) {
                this.writes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListWritesResponse writes.
             * @member {Array.<passbook.v1.LoggedWrite.$Properties>} writes
             * @memberof passbook.v1.ListWritesResponse
             * @instance
             */
            ListWritesResponse.prototype.writes = $util.emptyArray;

            /**
             * ListWritesResponse vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.ListWritesResponse
             * @instance
             */
            ListWritesResponse.prototype.vector = null;

            /**
             * ListWritesResponse notListed.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} notListed
             * @memberof passbook.v1.ListWritesResponse
             * @instance
             */
            ListWritesResponse.prototype.notListed = null;

            /**
             * Encodes the specified ListWritesResponse message. Does not implicitly {@link passbook.v1.ListWritesResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.ListWritesResponse
             * @static
             * @param {passbook.v1.ListWritesResponse.$Properties} message ListWritesResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListWritesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.writes != null && message.writes.length)
                    for (let i = 0; i < message.writes.length; ++i)
                        $root.passbook.v1.LoggedWrite.encode(message.writes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.notListed != null && $Object.hasOwnProperty.call(message, "notListed"))
                    $root.passbook.v1.VersionVector.encode(message.notListed, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListWritesResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.ListWritesResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.ListWritesResponse & passbook.v1.ListWritesResponse.$Shape} ListWritesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListWritesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.ListWritesResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.writes && message.writes.length))
                                message.writes = [];
                            message.writes.push($root.passbook.v1.LoggedWrite.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.notListed = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.notListed);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListWritesResponse;
        })();

        v1.LoggedWrite = (function() {

            /**
             * Properties of a LoggedWrite.
             * @typedef {Object} passbook.v1.LoggedWrite.$Properties
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] LoggedWrite writeId
             * @property {passbook.v1.WriteKind|null} [kind] LoggedWrite kind
             * @property {string|null} [account] LoggedWrite account
             * @property {number|null} [amountMinor] LoggedWrite amountMinor
             * @property {string|null} [customer] LoggedWrite customer
             * @property {passbook.v1.RequestId.$Properties|null} [requestId] LoggedWrite requestId
             * @property {number|null} [position] LoggedWrite position
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LoggedWrite.
             * @memberof passbook.v1
             * @interface ILoggedWrite
             * @augments passbook.v1.LoggedWrite.$Properties
             * @deprecated Use passbook.v1.LoggedWrite.$Properties instead.
             */

            /**
             * Shape of a LoggedWrite.
             * @typedef {passbook.v1.LoggedWrite.$Properties} passbook.v1.LoggedWrite.$Shape
             */

            /**
             * Constructs a new LoggedWrite.
             * @memberof passbook.v1
             * @classdesc Represents a LoggedWrite.
             * @constructor
             * @param {passbook.v1.LoggedWrite.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LoggedWrite = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LoggedWrite writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.writeId = null;

            /**
             * LoggedWrite kind.
             * @member {passbook.v1.WriteKind} kind
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.kind = 0;

            /**
             * LoggedWrite account.
             * @member {string} account
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.account = "";

            /**
             * LoggedWrite amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LoggedWrite customer.
             * @member {string} customer
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.customer = "";

            /**
             * LoggedWrite requestId.
             * @member {passbook.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.requestId = null;

            /**
             * LoggedWrite position.
             * @member {number} position
             * @memberof passbook.v1.LoggedWrite
             * @instance
             */
            LoggedWrite.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified LoggedWrite message. Does not implicitly {@link passbook.v1.LoggedWrite.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.LoggedWrite
             * @static
             * @param {passbook.v1.LoggedWrite.$Properties} message LoggedWrite message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LoggedWrite.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.kind);
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.account);
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.amountMinor);
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.customer);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.passbook.v1.RequestId.encode(message.requestId, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.position != null && $Object.hasOwnProperty.call(message, "position") && (typeof message.position === "object" ? message.position.low || message.position.high : message.position !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.position);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LoggedWrite message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.LoggedWrite
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.LoggedWrite & passbook.v1.LoggedWrite.$Shape} LoggedWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LoggedWrite.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.LoggedWrite();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.passbook.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.position = value;
                            else
                                delete message.position;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LoggedWrite;
        })();

        v1.Origin = (function() {

            /**
             * Properties of an Origin.
             * @typedef {Object} passbook.v1.Origin.$Properties
             * @property {number|null} [branch] Origin branch
             * @property {number|null} [nonce] Origin nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Origin.
             * @memberof passbook.v1
             * @interface IOrigin
             * @augments passbook.v1.Origin.$Properties
             * @deprecated Use passbook.v1.Origin.$Properties instead.
             */

            /**
             * Shape of an Origin.
             * @typedef {passbook.v1.Origin.$Properties} passbook.v1.Origin.$Shape
             */

            /**
             * Constructs a new Origin.
             * @memberof passbook.v1
             * @classdesc Represents an Origin.
             * @constructor
             * @param {passbook.v1.Origin.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Origin = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Origin branch.
             * @member {number} branch
             * @memberof passbook.v1.Origin
             * @instance
             */
            Origin.prototype.branch = 0;

            /**
             * Origin nonce.
             * @member {number} nonce
             * @memberof passbook.v1.Origin
             * @instance
             */
            Origin.prototype.nonce = 0;

            /**
             * Encodes the specified Origin message. Does not implicitly {@link passbook.v1.Origin.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Origin
             * @static
             * @param {passbook.v1.Origin.$Properties} message Origin message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Origin.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Origin message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Origin
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Origin & passbook.v1.Origin.$Shape} Origin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Origin.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Origin();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Origin;
        })();

        v1.WriteId = (function() {

            /**
             * Properties of a WriteId.
             * @typedef {Object} passbook.v1.WriteId.$Properties
             * @property {passbook.v1.Origin.$Properties|null} [origin] WriteId origin
             * @property {number|null} [sequence] WriteId sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteId.
             * @memberof passbook.v1
             * @interface IWriteId
             * @augments passbook.v1.WriteId.$Properties
             * @deprecated Use passbook.v1.WriteId.$Properties instead.
             */

            /**
             * Shape of a WriteId.
             * @typedef {passbook.v1.WriteId.$Properties} passbook.v1.WriteId.$Shape
             */

            /**
             * Constructs a new WriteId.
             * @memberof passbook.v1
             * @classdesc Represents a WriteId.
             * @constructor
             * @param {passbook.v1.WriteId.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteId = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteId origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.WriteId
             * @instance
             */
            WriteId.prototype.origin = null;

            /**
             * WriteId sequence.
             * @member {number} sequence
             * @memberof passbook.v1.WriteId
             * @instance
             */
            WriteId.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified WriteId message. Does not implicitly {@link passbook.v1.WriteId.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.WriteId
             * @static
             * @param {passbook.v1.WriteId.$Properties} message WriteId message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteId.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteId message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.WriteId
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.WriteId & passbook.v1.WriteId.$Shape} WriteId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WriteId.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.WriteId();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WriteId;
        })();

        v1.VersionVector = (function() {

            /**
             * Properties of a VersionVector.
             * @typedef {Object} passbook.v1.VersionVector.$Properties
             * @property {Array.<number>|null} [branches] VersionVector branches
             * @property {Array.<number>|null} [nonces] VersionVector nonces
             * @property {Array.<number>|null} [sequences] VersionVector sequences
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VersionVector.
             * @memberof passbook.v1
             * @interface IVersionVector
             * @augments passbook.v1.VersionVector.$Properties
             * @deprecated Use passbook.v1.VersionVector.$Properties instead.
             */

            /**
             * Shape of a VersionVector.
             * @typedef {passbook.v1.VersionVector.$Properties} passbook.v1.VersionVector.$Shape
             */

            /**
             * Constructs a new VersionVector.
             * @memberof passbook.v1
             * @classdesc Represents a VersionVector.
             * @constructor
             * @param {passbook.v1.VersionVector.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VersionVector = function (properties) {
                this.branches = [];
                this.nonces = [];
                this.sequences = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VersionVector branches.
             * @member {Array.<number>} branches
             * @memberof passbook.v1.VersionVector
             * @instance
             */
            VersionVector.prototype.branches = $util.emptyArray;

            /**
             * VersionVector nonces.
             * @member {Array.<number>} nonces
             * @memberof passbook.v1.VersionVector
             * @instance
             */
            VersionVector.prototype.nonces = $util.emptyArray;

            /**
             * VersionVector sequences.
             * @member {Array.<number>} sequences
             * @memberof passbook.v1.VersionVector
             * @instance
             */
            VersionVector.prototype.sequences = $util.emptyArray;

            /**
             * Encodes the specified VersionVector message. Does not implicitly {@link passbook.v1.VersionVector.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.VersionVector
             * @static
             * @param {passbook.v1.VersionVector.$Properties} message VersionVector message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VersionVector.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branches != null && message.branches.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.branches);
                if (message.nonces != null && message.nonces.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).fixed32s(message.nonces);
                if (message.sequences != null && message.sequences.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint64s(message.sequences);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VersionVector message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.VersionVector
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.VersionVector & passbook.v1.VersionVector.$Shape} VersionVector
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VersionVector.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.VersionVector();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.branches && message.branches.length))
                                    message.branches = [];
                                reader.uint32s(message.branches);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.branches && message.branches.length))
                                message.branches = [];
                            message.branches.push(reader.uint32());
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.nonces && message.nonces.length))
                                    message.nonces = [];
                                reader.fixed32s(message.nonces);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.nonces && message.nonces.length))
                                message.nonces = [];
                            message.nonces.push(reader.fixed32());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.sequences && message.sequences.length))
                                    message.sequences = [];
                                reader.uint64s(message.sequences);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.sequences && message.sequences.length))
                                message.sequences = [];
                            message.sequences.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return VersionVector;
        })();

        v1.Passbook = (function() {

            /**
             * Properties of a Passbook.
             * @typedef {Object} passbook.v1.Passbook.$Properties
             * @property {string|null} [bankId] Passbook bankId
             * @property {string|null} [customer] Passbook customer
             * @property {Array.<number>|null} [branches] Passbook branches
             * @property {Array.<number>|null} [nonces] Passbook nonces
             * @property {Array.<number>|null} [written] Passbook written
             * @property {Array.<number>|null} [read] Passbook read
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Passbook.
             * @memberof passbook.v1
             * @interface IPassbook
             * @augments passbook.v1.Passbook.$Properties
             * @deprecated Use passbook.v1.Passbook.$Properties instead.
             */

            /**
             * Shape of a Passbook.
             * @typedef {passbook.v1.Passbook.$Properties} passbook.v1.Passbook.$Shape
             */

            /**
             * Constructs a new Passbook.
             * @memberof passbook.v1
             * @classdesc Represents a Passbook.
             * @constructor
             * @param {passbook.v1.Passbook.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Passbook = function (properties) {
                this.branches = [];
                this.nonces = [];
                this.written = [];
                this.read = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Passbook bankId.
             * @member {string} bankId
             * @memberof passbook.v1.Passbook
             * @instance
             */
            Passbook.prototype.bankId = "";

            /**
             * Passbook customer.
             * @member {string} customer
             * @memberof passbook.v1.Passbook
             * @instance
             */
            Passbook.prototype.customer = "";

            /**
             * Passbook branches.
             * @member {Array.<number>} branches
             * @memberof passbook.v1.Passbook
             * @instance
             */
            Passbook.prototype.branches = $util.emptyArray;

            /**
             * Passbook nonces.
             * @member {Array.<number>} nonces
             * @memberof passbook.v1.Passbook
             * @instance
             */
            Passbook.prototype.nonces = $util.emptyArray;

            /**
             * Passbook written.
             * @member {Array.<number>} written
             * @memberof passbook.v1.Passbook
             * @instance
             */
            Passbook.prototype.written = $util.emptyArray;

            /**
             * Passbook read.
             * @member {Array.<number>} read
             * @memberof passbook.v1.Passbook
             * @instance
             */
            Passbook.prototype.read = $util.emptyArray;

            /**
             * Encodes the specified Passbook message. Does not implicitly {@link passbook.v1.Passbook.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Passbook
             * @static
             * @param {passbook.v1.Passbook.$Properties} message Passbook message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Passbook.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankId != null && $Object.hasOwnProperty.call(message, "bankId") && message.bankId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bankId);
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.customer);
                if (message.branches != null && message.branches.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).uint32s(message.branches);
                if (message.nonces != null && message.nonces.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).fixed32s(message.nonces);
                if (message.written != null && message.written.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint64s(message.written);
                if (message.read != null && message.read.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).uint64s(message.read);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Passbook message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Passbook
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Passbook & passbook.v1.Passbook.$Shape} Passbook
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Passbook.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Passbook();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bankId = value;
                            else
                                delete message.bankId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.branches && message.branches.length))
                                    message.branches = [];
                                reader.uint32s(message.branches);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.branches && message.branches.length))
                                message.branches = [];
                            message.branches.push(reader.uint32());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.nonces && message.nonces.length))
                                    message.nonces = [];
                                reader.fixed32s(message.nonces);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.nonces && message.nonces.length))
                                message.nonces = [];
                            message.nonces.push(reader.fixed32());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.written && message.written.length))
                                    message.written = [];
                                reader.uint64s(message.written);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.written && message.written.length))
                                message.written = [];
                            message.written.push(reader.uint64());
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.read && message.read.length))
                                    message.read = [];
                                reader.uint64s(message.read);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.read && message.read.length))
                                message.read = [];
                            message.read.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Passbook;
        })();

        /**
         * Guarantee enum.
         * @name passbook.v1.Guarantee
         * @enum {number}
         * @property {number} GUARANTEE_UNSPECIFIED=0 GUARANTEE_UNSPECIFIED value
         * @property {number} GUARANTEE_READ_YOUR_WRITES=1 GUARANTEE_READ_YOUR_WRITES value
         * @property {number} GUARANTEE_MONOTONIC_READS=2 GUARANTEE_MONOTONIC_READS value
         * @property {number} GUARANTEE_MONOTONIC_WRITES=3 GUARANTEE_MONOTONIC_WRITES value
         * @property {number} GUARANTEE_WRITES_FOLLOW_READS=4 GUARANTEE_WRITES_FOLLOW_READS value
         */
        v1.Guarantee = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "GUARANTEE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "GUARANTEE_READ_YOUR_WRITES"] = 1;
            values[valuesById[2] = "GUARANTEE_MONOTONIC_READS"] = 2;
            values[valuesById[3] = "GUARANTEE_MONOTONIC_WRITES"] = 3;
            values[valuesById[4] = "GUARANTEE_WRITES_FOLLOW_READS"] = 4;
            return values;
        })();

        v1.GuaranteeSelection = (function() {

            /**
             * Properties of a GuaranteeSelection.
             * @typedef {Object} passbook.v1.GuaranteeSelection.$Properties
             * @property {Array.<passbook.v1.Guarantee>|null} [guarantees] GuaranteeSelection guarantees
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GuaranteeSelection.
             * @memberof passbook.v1
             * @interface IGuaranteeSelection
             * @augments passbook.v1.GuaranteeSelection.$Properties
             * @deprecated Use passbook.v1.GuaranteeSelection.$Properties instead.
             */

            /**
             * Shape of a GuaranteeSelection.
             * @typedef {passbook.v1.GuaranteeSelection.$Properties} passbook.v1.GuaranteeSelection.$Shape
             */

            /**
             * Constructs a new GuaranteeSelection.
             * @memberof passbook.v1
             * @classdesc Represents a GuaranteeSelection.
             * @constructor
             * @param {passbook.v1.GuaranteeSelection.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GuaranteeSelection = function (properties) {
                this.guarantees = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GuaranteeSelection guarantees.
             * @member {Array.<passbook.v1.Guarantee>} guarantees
             * @memberof passbook.v1.GuaranteeSelection
             * @instance
             */
            GuaranteeSelection.prototype.guarantees = $util.emptyArray;

            /**
             * Encodes the specified GuaranteeSelection message. Does not implicitly {@link passbook.v1.GuaranteeSelection.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.GuaranteeSelection
             * @static
             * @param {passbook.v1.GuaranteeSelection.$Properties} message GuaranteeSelection message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GuaranteeSelection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.guarantees != null && message.guarantees.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).int32s(message.guarantees);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GuaranteeSelection message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.GuaranteeSelection
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.GuaranteeSelection & passbook.v1.GuaranteeSelection.$Shape} GuaranteeSelection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GuaranteeSelection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.GuaranteeSelection();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.guarantees && message.guarantees.length))
                                    message.guarantees = [];
                                reader.int32s(message.guarantees);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.guarantees && message.guarantees.length))
                                message.guarantees = [];
                            message.guarantees.push(reader.int32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GuaranteeSelection;
        })();

        /**
         * AckLevel enum.
         * @name passbook.v1.AckLevel
         * @enum {number}
         * @property {number} ACK_LEVEL_UNSPECIFIED=0 ACK_LEVEL_UNSPECIFIED value
         * @property {number} ACK_LEVEL_LOCAL=1 ACK_LEVEL_LOCAL value
         * @property {number} ACK_LEVEL_MAJORITY=2 ACK_LEVEL_MAJORITY value
         * @property {number} ACK_LEVEL_ALL=3 ACK_LEVEL_ALL value
         */
        v1.AckLevel = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ACK_LEVEL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ACK_LEVEL_LOCAL"] = 1;
            values[valuesById[2] = "ACK_LEVEL_MAJORITY"] = 2;
            values[valuesById[3] = "ACK_LEVEL_ALL"] = 3;
            return values;
        })();

        v1.RequestId = (function() {

            /**
             * Properties of a RequestId.
             * @typedef {Object} passbook.v1.RequestId.$Properties
             * @property {number|null} [session] RequestId session
             * @property {number|null} [counter] RequestId counter
             * @property {number|null} [settledBelow] RequestId settledBelow
             * @property {number|null} [home] RequestId home
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RequestId.
             * @memberof passbook.v1
             * @interface IRequestId
             * @augments passbook.v1.RequestId.$Properties
             * @deprecated Use passbook.v1.RequestId.$Properties instead.
             */

            /**
             * Shape of a RequestId.
             * @typedef {passbook.v1.RequestId.$Properties} passbook.v1.RequestId.$Shape
             */

            /**
             * Constructs a new RequestId.
             * @memberof passbook.v1
             * @classdesc Represents a RequestId.
             * @constructor
             * @param {passbook.v1.RequestId.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RequestId = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RequestId session.
             * @member {number} session
             * @memberof passbook.v1.RequestId
             * @instance
             */
            RequestId.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RequestId counter.
             * @member {number} counter
             * @memberof passbook.v1.RequestId
             * @instance
             */
            RequestId.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RequestId settledBelow.
             * @member {number} settledBelow
             * @memberof passbook.v1.RequestId
             * @instance
             */
            RequestId.prototype.settledBelow = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RequestId home.
             * @member {number} home
             * @memberof passbook.v1.RequestId
             * @instance
             */
            RequestId.prototype.home = 0;

            /**
             * Encodes the specified RequestId message. Does not implicitly {@link passbook.v1.RequestId.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.RequestId
             * @static
             * @param {passbook.v1.RequestId.$Properties} message RequestId message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RequestId.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && (typeof message.session === "object" ? message.session.low || message.session.high : message.session !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.session);
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.counter);
                if (message.settledBelow != null && $Object.hasOwnProperty.call(message, "settledBelow") && (typeof message.settledBelow === "object" ? message.settledBelow.low || message.settledBelow.high : message.settledBelow !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.settledBelow);
                if (message.home != null && $Object.hasOwnProperty.call(message, "home") && message.home !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.home);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RequestId message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.RequestId
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.RequestId & passbook.v1.RequestId.$Shape} RequestId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RequestId.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.RequestId();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.settledBelow = value;
                            else
                                delete message.settledBelow;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.home = value;
                            else
                                delete message.home;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RequestId;
        })();

        /**
         * Applied enum.
         * @name passbook.v1.Applied
         * @enum {number}
         * @property {number} APPLIED_UNSPECIFIED=0 APPLIED_UNSPECIFIED value
         * @property {number} APPLIED_NO=1 APPLIED_NO value
         * @property {number} APPLIED_MAYBE=2 APPLIED_MAYBE value
         * @property {number} APPLIED_YES=3 APPLIED_YES value
         */
        v1.Applied = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "APPLIED_UNSPECIFIED"] = 0;
            values[valuesById[1] = "APPLIED_NO"] = 1;
            values[valuesById[2] = "APPLIED_MAYBE"] = 2;
            values[valuesById[3] = "APPLIED_YES"] = 3;
            return values;
        })();

        /**
         * Reason enum.
         * @name passbook.v1.Reason
         * @enum {number}
         * @property {number} REASON_UNSPECIFIED=0 REASON_UNSPECIFIED value
         * @property {number} REASON_INVALID_AMOUNT=1 REASON_INVALID_AMOUNT value
         * @property {number} REASON_INVALID_REQUEST=2 REASON_INVALID_REQUEST value
         * @property {number} REASON_SESSION_MALFORMED=3 REASON_SESSION_MALFORMED value
         * @property {number} REASON_SESSION_NOT_YOURS=4 REASON_SESSION_NOT_YOURS value
         * @property {number} REASON_ACCOUNT_NOT_FOUND=5 REASON_ACCOUNT_NOT_FOUND value
         * @property {number} REASON_BRANCH_NOT_FOUND=6 REASON_BRANCH_NOT_FOUND value
         * @property {number} REASON_REQUEST_ID_REUSED=7 REASON_REQUEST_ID_REUSED value
         * @property {number} REASON_REQUEST_SETTLED=8 REASON_REQUEST_SETTLED value
         * @property {number} REASON_INSUFFICIENT_FUNDS=9 REASON_INSUFFICIENT_FUNDS value
         * @property {number} REASON_ALLOWANCE_UNREACHABLE=10 REASON_ALLOWANCE_UNREACHABLE value
         * @property {number} REASON_SESSION_NOT_SATISFIED=11 REASON_SESSION_NOT_SATISFIED value
         * @property {number} REASON_ACK_LEVEL_NOT_REACHED=12 REASON_ACK_LEVEL_NOT_REACHED value
         * @property {number} REASON_OVERLOADED=13 REASON_OVERLOADED value
         * @property {number} REASON_CLOSING=14 REASON_CLOSING value
         * @property {number} REASON_OUTCOME_UNKNOWN=15 REASON_OUTCOME_UNKNOWN value
         * @property {number} REASON_BRANCH_UNREACHABLE=16 REASON_BRANCH_UNREACHABLE value
         * @property {number} REASON_RECOVERING=17 REASON_RECOVERING value
         * @property {number} REASON_DISK_FULL=18 REASON_DISK_FULL value
         * @property {number} REASON_MESSAGE_TOO_LARGE=19 REASON_MESSAGE_TOO_LARGE value
         * @property {number} REASON_WRITES_LOST=20 REASON_WRITES_LOST value
         */
        v1.Reason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REASON_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REASON_INVALID_AMOUNT"] = 1;
            values[valuesById[2] = "REASON_INVALID_REQUEST"] = 2;
            values[valuesById[3] = "REASON_SESSION_MALFORMED"] = 3;
            values[valuesById[4] = "REASON_SESSION_NOT_YOURS"] = 4;
            values[valuesById[5] = "REASON_ACCOUNT_NOT_FOUND"] = 5;
            values[valuesById[6] = "REASON_BRANCH_NOT_FOUND"] = 6;
            values[valuesById[7] = "REASON_REQUEST_ID_REUSED"] = 7;
            values[valuesById[8] = "REASON_REQUEST_SETTLED"] = 8;
            values[valuesById[9] = "REASON_INSUFFICIENT_FUNDS"] = 9;
            values[valuesById[10] = "REASON_ALLOWANCE_UNREACHABLE"] = 10;
            values[valuesById[11] = "REASON_SESSION_NOT_SATISFIED"] = 11;
            values[valuesById[12] = "REASON_ACK_LEVEL_NOT_REACHED"] = 12;
            values[valuesById[13] = "REASON_OVERLOADED"] = 13;
            values[valuesById[14] = "REASON_CLOSING"] = 14;
            values[valuesById[15] = "REASON_OUTCOME_UNKNOWN"] = 15;
            values[valuesById[16] = "REASON_BRANCH_UNREACHABLE"] = 16;
            values[valuesById[17] = "REASON_RECOVERING"] = 17;
            values[valuesById[18] = "REASON_DISK_FULL"] = 18;
            values[valuesById[19] = "REASON_MESSAGE_TOO_LARGE"] = 19;
            values[valuesById[20] = "REASON_WRITES_LOST"] = 20;
            return values;
        })();

        v1.TellerService = (function() {

            /**
             * Constructs a new TellerService service.
             * @memberof passbook.v1
             * @classdesc Represents a TellerService
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const TellerService = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(TellerService.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: TellerService, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link passbook.v1.TellerService#open}.
             * @memberof passbook.v1.TellerService
             * @typedef OpenCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.OpenResponse} [response] OpenResponse
             */

            /**
             * Calls Open.
             * @memberof passbook.v1.TellerService
             * @typedef Open
             * @type {{
             *   (request: passbook.v1.IOpenRequest, callback: passbook.v1.TellerService.OpenCallback): void;
             *   (request: passbook.v1.IOpenRequest): Promise<passbook.v1.OpenResponse>;
             *   readonly name: "Open";
             *   readonly path: "/passbook.v1.TellerService/Open";
             *   readonly requestType: "OpenRequest";
             *   readonly responseType: "OpenResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Open.
             * @name passbook.v1.TellerService#open
             * @type {passbook.v1.TellerService.Open}
             */
            $Object.defineProperties(TellerService.prototype.open = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.open, $root.passbook.v1.OpenRequest, $root.passbook.v1.OpenResponse, request, callback);
            }, {
                name: { value: "Open" },
                path: { value: "/passbook.v1.TellerService/Open" },
                requestType: { value: "OpenRequest" },
                responseType: { value: "OpenResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.TellerService#query}.
             * @memberof passbook.v1.TellerService
             * @typedef QueryCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.QueryResponse} [response] QueryResponse
             */

            /**
             * Calls Query.
             * @memberof passbook.v1.TellerService
             * @typedef Query
             * @type {{
             *   (request: passbook.v1.IQueryRequest, callback: passbook.v1.TellerService.QueryCallback): void;
             *   (request: passbook.v1.IQueryRequest): Promise<passbook.v1.QueryResponse>;
             *   readonly name: "Query";
             *   readonly path: "/passbook.v1.TellerService/Query";
             *   readonly requestType: "QueryRequest";
             *   readonly responseType: "QueryResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Query.
             * @name passbook.v1.TellerService#query
             * @type {passbook.v1.TellerService.Query}
             */
            $Object.defineProperties(TellerService.prototype.query = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.query, $root.passbook.v1.QueryRequest, $root.passbook.v1.QueryResponse, request, callback);
            }, {
                name: { value: "Query" },
                path: { value: "/passbook.v1.TellerService/Query" },
                requestType: { value: "QueryRequest" },
                responseType: { value: "QueryResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.TellerService#deposit}.
             * @memberof passbook.v1.TellerService
             * @typedef DepositCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.DepositResponse} [response] DepositResponse
             */

            /**
             * Calls Deposit.
             * @memberof passbook.v1.TellerService
             * @typedef Deposit
             * @type {{
             *   (request: passbook.v1.IDepositRequest, callback: passbook.v1.TellerService.DepositCallback): void;
             *   (request: passbook.v1.IDepositRequest): Promise<passbook.v1.DepositResponse>;
             *   readonly name: "Deposit";
             *   readonly path: "/passbook.v1.TellerService/Deposit";
             *   readonly requestType: "DepositRequest";
             *   readonly responseType: "DepositResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Deposit.
             * @name passbook.v1.TellerService#deposit
             * @type {passbook.v1.TellerService.Deposit}
             */
            $Object.defineProperties(TellerService.prototype.deposit = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.deposit, $root.passbook.v1.DepositRequest, $root.passbook.v1.DepositResponse, request, callback);
            }, {
                name: { value: "Deposit" },
                path: { value: "/passbook.v1.TellerService/Deposit" },
                requestType: { value: "DepositRequest" },
                responseType: { value: "DepositResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.TellerService#withdraw}.
             * @memberof passbook.v1.TellerService
             * @typedef WithdrawCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.WithdrawResponse} [response] WithdrawResponse
             */

            /**
             * Calls Withdraw.
             * @memberof passbook.v1.TellerService
             * @typedef Withdraw
             * @type {{
             *   (request: passbook.v1.IWithdrawRequest, callback: passbook.v1.TellerService.WithdrawCallback): void;
             *   (request: passbook.v1.IWithdrawRequest): Promise<passbook.v1.WithdrawResponse>;
             *   readonly name: "Withdraw";
             *   readonly path: "/passbook.v1.TellerService/Withdraw";
             *   readonly requestType: "WithdrawRequest";
             *   readonly responseType: "WithdrawResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Withdraw.
             * @name passbook.v1.TellerService#withdraw
             * @type {passbook.v1.TellerService.Withdraw}
             */
            $Object.defineProperties(TellerService.prototype.withdraw = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.withdraw, $root.passbook.v1.WithdrawRequest, $root.passbook.v1.WithdrawResponse, request, callback);
            }, {
                name: { value: "Withdraw" },
                path: { value: "/passbook.v1.TellerService/Withdraw" },
                requestType: { value: "WithdrawRequest" },
                responseType: { value: "WithdrawResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.TellerService#transfer}.
             * @memberof passbook.v1.TellerService
             * @typedef TransferCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.TransferResponse} [response] TransferResponse
             */

            /**
             * Calls Transfer.
             * @memberof passbook.v1.TellerService
             * @typedef Transfer
             * @type {{
             *   (request: passbook.v1.ITransferRequest, callback: passbook.v1.TellerService.TransferCallback): void;
             *   (request: passbook.v1.ITransferRequest): Promise<passbook.v1.TransferResponse>;
             *   readonly name: "Transfer";
             *   readonly path: "/passbook.v1.TellerService/Transfer";
             *   readonly requestType: "TransferRequest";
             *   readonly responseType: "TransferResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Transfer.
             * @name passbook.v1.TellerService#transfer
             * @type {passbook.v1.TellerService.Transfer}
             */
            $Object.defineProperties(TellerService.prototype.transfer = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.transfer, $root.passbook.v1.TransferRequest, $root.passbook.v1.TransferResponse, request, callback);
            }, {
                name: { value: "Transfer" },
                path: { value: "/passbook.v1.TellerService/Transfer" },
                requestType: { value: "TransferRequest" },
                responseType: { value: "TransferResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.TellerService#listEntries}.
             * @memberof passbook.v1.TellerService
             * @typedef ListEntriesCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.ListEntriesResponse} [response] ListEntriesResponse
             */

            /**
             * Calls ListEntries.
             * @memberof passbook.v1.TellerService
             * @typedef ListEntries
             * @type {{
             *   (request: passbook.v1.IListEntriesRequest, callback: passbook.v1.TellerService.ListEntriesCallback): void;
             *   (request: passbook.v1.IListEntriesRequest): Promise<passbook.v1.ListEntriesResponse>;
             *   readonly name: "ListEntries";
             *   readonly path: "/passbook.v1.TellerService/ListEntries";
             *   readonly requestType: "ListEntriesRequest";
             *   readonly responseType: "ListEntriesResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListEntries.
             * @name passbook.v1.TellerService#listEntries
             * @type {passbook.v1.TellerService.ListEntries}
             */
            $Object.defineProperties(TellerService.prototype.listEntries = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.listEntries, $root.passbook.v1.ListEntriesRequest, $root.passbook.v1.ListEntriesResponse, request, callback);
            }, {
                name: { value: "ListEntries" },
                path: { value: "/passbook.v1.TellerService/ListEntries" },
                requestType: { value: "ListEntriesRequest" },
                responseType: { value: "ListEntriesResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link passbook.v1.TellerService#batch}.
             * @memberof passbook.v1.TellerService
             * @typedef BatchCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.BatchResponse} [response] BatchResponse
             */

            /**
             * Calls Batch.
             * @memberof passbook.v1.TellerService
             * @typedef Batch
             * @type {{
             *   (request: passbook.v1.IBatchRequest, callback: passbook.v1.TellerService.BatchCallback): void;
             *   (request: passbook.v1.IBatchRequest): Promise<passbook.v1.BatchResponse>;
             *   readonly name: "Batch";
             *   readonly path: "/passbook.v1.TellerService/Batch";
             *   readonly requestType: "BatchRequest";
             *   readonly responseType: "BatchResponse";
             *   readonly requestStream: true;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Batch.
             * @name passbook.v1.TellerService#batch
             * @type {passbook.v1.TellerService.Batch}
             */
            $Object.defineProperties(TellerService.prototype.batch = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, TellerService.prototype.batch, $root.passbook.v1.BatchRequest, $root.passbook.v1.BatchResponse, request, callback);
            }, {
                name: { value: "Batch" },
                path: { value: "/passbook.v1.TellerService/Batch" },
                requestType: { value: "BatchRequest" },
                responseType: { value: "BatchResponse" },
                requestStream: { value: true },
                responseStream: { value: true }
            });

            return TellerService;
        })();

        v1.RequestContext = (function() {

            /**
             * Properties of a RequestContext.
             * @typedef {Object} passbook.v1.RequestContext.$Properties
             * @property {string|null} [customer] RequestContext customer
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] RequestContext passbook
             * @property {passbook.v1.GuaranteeSelection.$Properties|null} [guarantees] RequestContext guarantees
             * @property {passbook.v1.RequestId.$Properties|null} [requestId] RequestContext requestId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RequestContext.
             * @memberof passbook.v1
             * @interface IRequestContext
             * @augments passbook.v1.RequestContext.$Properties
             * @deprecated Use passbook.v1.RequestContext.$Properties instead.
             */

            /**
             * Shape of a RequestContext.
             * @typedef {passbook.v1.RequestContext.$Properties} passbook.v1.RequestContext.$Shape
             */

            /**
             * Constructs a new RequestContext.
             * @memberof passbook.v1
             * @classdesc Represents a RequestContext.
             * @constructor
             * @param {passbook.v1.RequestContext.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RequestContext = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RequestContext customer.
             * @member {string} customer
             * @memberof passbook.v1.RequestContext
             * @instance
             */
            RequestContext.prototype.customer = "";

            /**
             * RequestContext passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.RequestContext
             * @instance
             */
            RequestContext.prototype.passbook = null;

            /**
             * RequestContext guarantees.
             * @member {passbook.v1.GuaranteeSelection.$Properties|null|undefined} guarantees
             * @memberof passbook.v1.RequestContext
             * @instance
             */
            RequestContext.prototype.guarantees = null;

            /**
             * RequestContext requestId.
             * @member {passbook.v1.RequestId.$Properties|null|undefined} requestId
             * @memberof passbook.v1.RequestContext
             * @instance
             */
            RequestContext.prototype.requestId = null;

            /**
             * Encodes the specified RequestContext message. Does not implicitly {@link passbook.v1.RequestContext.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.RequestContext
             * @static
             * @param {passbook.v1.RequestContext.$Properties} message RequestContext message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RequestContext.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.customer);
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.guarantees != null && $Object.hasOwnProperty.call(message, "guarantees"))
                    $root.passbook.v1.GuaranteeSelection.encode(message.guarantees, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                    $root.passbook.v1.RequestId.encode(message.requestId, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RequestContext message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.RequestContext
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.RequestContext & passbook.v1.RequestContext.$Shape} RequestContext
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RequestContext.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.RequestContext();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.guarantees = $root.passbook.v1.GuaranteeSelection.decode(reader, reader.size(), $undefined, _depth + 1, message.guarantees);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.requestId = $root.passbook.v1.RequestId.decode(reader, reader.size(), $undefined, _depth + 1, message.requestId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RequestContext;
        })();

        v1.OpenRequest = (function() {

            /**
             * Properties of an OpenRequest.
             * @typedef {Object} passbook.v1.OpenRequest.$Properties
             * @property {passbook.v1.RequestContext.$Properties|null} [context] OpenRequest context
             * @property {string|null} [label] OpenRequest label
             * @property {passbook.v1.AckLevel|null} [ackLevel] OpenRequest ackLevel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenRequest.
             * @memberof passbook.v1
             * @interface IOpenRequest
             * @augments passbook.v1.OpenRequest.$Properties
             * @deprecated Use passbook.v1.OpenRequest.$Properties instead.
             */

            /**
             * Shape of an OpenRequest.
             * @typedef {passbook.v1.OpenRequest.$Properties} passbook.v1.OpenRequest.$Shape
             */

            /**
             * Constructs a new OpenRequest.
             * @memberof passbook.v1
             * @classdesc Represents an OpenRequest.
             * @constructor
             * @param {passbook.v1.OpenRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenRequest context.
             * @member {passbook.v1.RequestContext.$Properties|null|undefined} context
             * @memberof passbook.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.context = null;

            /**
             * OpenRequest label.
             * @member {string} label
             * @memberof passbook.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.label = "";

            /**
             * OpenRequest ackLevel.
             * @member {passbook.v1.AckLevel} ackLevel
             * @memberof passbook.v1.OpenRequest
             * @instance
             */
            OpenRequest.prototype.ackLevel = 0;

            /**
             * Encodes the specified OpenRequest message. Does not implicitly {@link passbook.v1.OpenRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.OpenRequest
             * @static
             * @param {passbook.v1.OpenRequest.$Properties} message OpenRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    $root.passbook.v1.RequestContext.encode(message.context, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.label);
                if (message.ackLevel != null && $Object.hasOwnProperty.call(message, "ackLevel") && message.ackLevel !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.ackLevel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.OpenRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.OpenRequest & passbook.v1.OpenRequest.$Shape} OpenRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.OpenRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.context = $root.passbook.v1.RequestContext.decode(reader, reader.size(), $undefined, _depth + 1, message.context);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.ackLevel = value;
                            else
                                delete message.ackLevel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenRequest;
        })();

        v1.OpenResponse = (function() {

            /**
             * Properties of an OpenResponse.
             * @typedef {Object} passbook.v1.OpenResponse.$Properties
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] OpenResponse passbook
             * @property {string|null} [account] OpenResponse account
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] OpenResponse writeId
             * @property {passbook.v1.VersionVector.$Properties|null} [before] OpenResponse before
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OpenResponse.
             * @memberof passbook.v1
             * @interface IOpenResponse
             * @augments passbook.v1.OpenResponse.$Properties
             * @deprecated Use passbook.v1.OpenResponse.$Properties instead.
             */

            /**
             * Shape of an OpenResponse.
             * @typedef {passbook.v1.OpenResponse.$Properties} passbook.v1.OpenResponse.$Shape
             */

            /**
             * Constructs a new OpenResponse.
             * @memberof passbook.v1
             * @classdesc Represents an OpenResponse.
             * @constructor
             * @param {passbook.v1.OpenResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OpenResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OpenResponse passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.OpenResponse
             * @instance
             */
            OpenResponse.prototype.passbook = null;

            /**
             * OpenResponse account.
             * @member {string} account
             * @memberof passbook.v1.OpenResponse
             * @instance
             */
            OpenResponse.prototype.account = "";

            /**
             * OpenResponse writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.OpenResponse
             * @instance
             */
            OpenResponse.prototype.writeId = null;

            /**
             * OpenResponse before.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} before
             * @memberof passbook.v1.OpenResponse
             * @instance
             */
            OpenResponse.prototype.before = null;

            /**
             * Encodes the specified OpenResponse message. Does not implicitly {@link passbook.v1.OpenResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.OpenResponse
             * @static
             * @param {passbook.v1.OpenResponse.$Properties} message OpenResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OpenResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.account);
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    $root.passbook.v1.VersionVector.encode(message.before, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OpenResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.OpenResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.OpenResponse & passbook.v1.OpenResponse.$Shape} OpenResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OpenResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.OpenResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.before = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OpenResponse;
        })();

        v1.QueryRequest = (function() {

            /**
             * Properties of a QueryRequest.
             * @typedef {Object} passbook.v1.QueryRequest.$Properties
             * @property {passbook.v1.RequestContext.$Properties|null} [context] QueryRequest context
             * @property {string|null} [account] QueryRequest account
             * @property {number|null} [wantAvailableMinor] QueryRequest wantAvailableMinor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a QueryRequest.
             * @memberof passbook.v1
             * @interface IQueryRequest
             * @augments passbook.v1.QueryRequest.$Properties
             * @deprecated Use passbook.v1.QueryRequest.$Properties instead.
             */

            /**
             * Shape of a QueryRequest.
             * @typedef {passbook.v1.QueryRequest.$Properties} passbook.v1.QueryRequest.$Shape
             */

            /**
             * Constructs a new QueryRequest.
             * @memberof passbook.v1
             * @classdesc Represents a QueryRequest.
             * @constructor
             * @param {passbook.v1.QueryRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const QueryRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * QueryRequest context.
             * @member {passbook.v1.RequestContext.$Properties|null|undefined} context
             * @memberof passbook.v1.QueryRequest
             * @instance
             */
            QueryRequest.prototype.context = null;

            /**
             * QueryRequest account.
             * @member {string} account
             * @memberof passbook.v1.QueryRequest
             * @instance
             */
            QueryRequest.prototype.account = "";

            /**
             * QueryRequest wantAvailableMinor.
             * @member {number} wantAvailableMinor
             * @memberof passbook.v1.QueryRequest
             * @instance
             */
            QueryRequest.prototype.wantAvailableMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified QueryRequest message. Does not implicitly {@link passbook.v1.QueryRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.QueryRequest
             * @static
             * @param {passbook.v1.QueryRequest.$Properties} message QueryRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            QueryRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    $root.passbook.v1.RequestContext.encode(message.context, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.account);
                if (message.wantAvailableMinor != null && $Object.hasOwnProperty.call(message, "wantAvailableMinor") && (typeof message.wantAvailableMinor === "object" ? message.wantAvailableMinor.low || message.wantAvailableMinor.high : message.wantAvailableMinor !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.wantAvailableMinor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a QueryRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.QueryRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.QueryRequest & passbook.v1.QueryRequest.$Shape} QueryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            QueryRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.QueryRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.context = $root.passbook.v1.RequestContext.decode(reader, reader.size(), $undefined, _depth + 1, message.context);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.wantAvailableMinor = value;
                            else
                                delete message.wantAvailableMinor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return QueryRequest;
        })();

        v1.QueryResponse = (function() {

            /**
             * Properties of a QueryResponse.
             * @typedef {Object} passbook.v1.QueryResponse.$Properties
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] QueryResponse passbook
             * @property {string|null} [balanceMinor] QueryResponse balanceMinor
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] QueryResponse vector
             * @property {string|null} [creditsMinor] QueryResponse creditsMinor
             * @property {string|null} [debitsMinor] QueryResponse debitsMinor
             * @property {string|null} [availableMinor] QueryResponse availableMinor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a QueryResponse.
             * @memberof passbook.v1
             * @interface IQueryResponse
             * @augments passbook.v1.QueryResponse.$Properties
             * @deprecated Use passbook.v1.QueryResponse.$Properties instead.
             */

            /**
             * Shape of a QueryResponse.
             * @typedef {passbook.v1.QueryResponse.$Properties} passbook.v1.QueryResponse.$Shape
             */

            /**
             * Constructs a new QueryResponse.
             * @memberof passbook.v1
             * @classdesc Represents a QueryResponse.
             * @constructor
             * @param {passbook.v1.QueryResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const QueryResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * QueryResponse passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.QueryResponse
             * @instance
             */
            QueryResponse.prototype.passbook = null;

            /**
             * QueryResponse balanceMinor.
             * @member {string} balanceMinor
             * @memberof passbook.v1.QueryResponse
             * @instance
             */
            QueryResponse.prototype.balanceMinor = "";

            /**
             * QueryResponse vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.QueryResponse
             * @instance
             */
            QueryResponse.prototype.vector = null;

            /**
             * QueryResponse creditsMinor.
             * @member {string} creditsMinor
             * @memberof passbook.v1.QueryResponse
             * @instance
             */
            QueryResponse.prototype.creditsMinor = "";

            /**
             * QueryResponse debitsMinor.
             * @member {string} debitsMinor
             * @memberof passbook.v1.QueryResponse
             * @instance
             */
            QueryResponse.prototype.debitsMinor = "";

            /**
             * QueryResponse availableMinor.
             * @member {string} availableMinor
             * @memberof passbook.v1.QueryResponse
             * @instance
             */
            QueryResponse.prototype.availableMinor = "";

            /**
             * Encodes the specified QueryResponse message. Does not implicitly {@link passbook.v1.QueryResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.QueryResponse
             * @static
             * @param {passbook.v1.QueryResponse.$Properties} message QueryResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            QueryResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.balanceMinor != null && $Object.hasOwnProperty.call(message, "balanceMinor") && message.balanceMinor !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.balanceMinor);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.creditsMinor != null && $Object.hasOwnProperty.call(message, "creditsMinor") && message.creditsMinor !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.creditsMinor);
                if (message.debitsMinor != null && $Object.hasOwnProperty.call(message, "debitsMinor") && message.debitsMinor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.debitsMinor);
                if (message.availableMinor != null && $Object.hasOwnProperty.call(message, "availableMinor") && message.availableMinor !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.availableMinor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a QueryResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.QueryResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.QueryResponse & passbook.v1.QueryResponse.$Shape} QueryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            QueryResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.QueryResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.balanceMinor = value;
                            else
                                delete message.balanceMinor;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.creditsMinor = value;
                            else
                                delete message.creditsMinor;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.debitsMinor = value;
                            else
                                delete message.debitsMinor;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.availableMinor = value;
                            else
                                delete message.availableMinor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return QueryResponse;
        })();

        v1.DepositRequest = (function() {

            /**
             * Properties of a DepositRequest.
             * @typedef {Object} passbook.v1.DepositRequest.$Properties
             * @property {passbook.v1.RequestContext.$Properties|null} [context] DepositRequest context
             * @property {string|null} [account] DepositRequest account
             * @property {number|null} [amountMinor] DepositRequest amountMinor
             * @property {passbook.v1.AckLevel|null} [ackLevel] DepositRequest ackLevel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DepositRequest.
             * @memberof passbook.v1
             * @interface IDepositRequest
             * @augments passbook.v1.DepositRequest.$Properties
             * @deprecated Use passbook.v1.DepositRequest.$Properties instead.
             */

            /**
             * Shape of a DepositRequest.
             * @typedef {passbook.v1.DepositRequest.$Properties} passbook.v1.DepositRequest.$Shape
             */

            /**
             * Constructs a new DepositRequest.
             * @memberof passbook.v1
             * @classdesc Represents a DepositRequest.
             * @constructor
             * @param {passbook.v1.DepositRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DepositRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DepositRequest context.
             * @member {passbook.v1.RequestContext.$Properties|null|undefined} context
             * @memberof passbook.v1.DepositRequest
             * @instance
             */
            DepositRequest.prototype.context = null;

            /**
             * DepositRequest account.
             * @member {string} account
             * @memberof passbook.v1.DepositRequest
             * @instance
             */
            DepositRequest.prototype.account = "";

            /**
             * DepositRequest amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.DepositRequest
             * @instance
             */
            DepositRequest.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * DepositRequest ackLevel.
             * @member {passbook.v1.AckLevel} ackLevel
             * @memberof passbook.v1.DepositRequest
             * @instance
             */
            DepositRequest.prototype.ackLevel = 0;

            /**
             * Encodes the specified DepositRequest message. Does not implicitly {@link passbook.v1.DepositRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.DepositRequest
             * @static
             * @param {passbook.v1.DepositRequest.$Properties} message DepositRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DepositRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    $root.passbook.v1.RequestContext.encode(message.context, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.account);
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.amountMinor);
                if (message.ackLevel != null && $Object.hasOwnProperty.call(message, "ackLevel") && message.ackLevel !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.ackLevel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DepositRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.DepositRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.DepositRequest & passbook.v1.DepositRequest.$Shape} DepositRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DepositRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.DepositRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.context = $root.passbook.v1.RequestContext.decode(reader, reader.size(), $undefined, _depth + 1, message.context);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.ackLevel = value;
                            else
                                delete message.ackLevel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DepositRequest;
        })();

        v1.DepositResponse = (function() {

            /**
             * Properties of a DepositResponse.
             * @typedef {Object} passbook.v1.DepositResponse.$Properties
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] DepositResponse passbook
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] DepositResponse writeId
             * @property {passbook.v1.VersionVector.$Properties|null} [before] DepositResponse before
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DepositResponse.
             * @memberof passbook.v1
             * @interface IDepositResponse
             * @augments passbook.v1.DepositResponse.$Properties
             * @deprecated Use passbook.v1.DepositResponse.$Properties instead.
             */

            /**
             * Shape of a DepositResponse.
             * @typedef {passbook.v1.DepositResponse.$Properties} passbook.v1.DepositResponse.$Shape
             */

            /**
             * Constructs a new DepositResponse.
             * @memberof passbook.v1
             * @classdesc Represents a DepositResponse.
             * @constructor
             * @param {passbook.v1.DepositResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DepositResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DepositResponse passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.DepositResponse
             * @instance
             */
            DepositResponse.prototype.passbook = null;

            /**
             * DepositResponse writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.DepositResponse
             * @instance
             */
            DepositResponse.prototype.writeId = null;

            /**
             * DepositResponse before.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} before
             * @memberof passbook.v1.DepositResponse
             * @instance
             */
            DepositResponse.prototype.before = null;

            /**
             * Encodes the specified DepositResponse message. Does not implicitly {@link passbook.v1.DepositResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.DepositResponse
             * @static
             * @param {passbook.v1.DepositResponse.$Properties} message DepositResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DepositResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    $root.passbook.v1.VersionVector.encode(message.before, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DepositResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.DepositResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.DepositResponse & passbook.v1.DepositResponse.$Shape} DepositResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DepositResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.DepositResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.before = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DepositResponse;
        })();

        v1.WithdrawRequest = (function() {

            /**
             * Properties of a WithdrawRequest.
             * @typedef {Object} passbook.v1.WithdrawRequest.$Properties
             * @property {passbook.v1.RequestContext.$Properties|null} [context] WithdrawRequest context
             * @property {string|null} [account] WithdrawRequest account
             * @property {number|null} [amountMinor] WithdrawRequest amountMinor
             * @property {passbook.v1.AckLevel|null} [ackLevel] WithdrawRequest ackLevel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WithdrawRequest.
             * @memberof passbook.v1
             * @interface IWithdrawRequest
             * @augments passbook.v1.WithdrawRequest.$Properties
             * @deprecated Use passbook.v1.WithdrawRequest.$Properties instead.
             */

            /**
             * Shape of a WithdrawRequest.
             * @typedef {passbook.v1.WithdrawRequest.$Properties} passbook.v1.WithdrawRequest.$Shape
             */

            /**
             * Constructs a new WithdrawRequest.
             * @memberof passbook.v1
             * @classdesc Represents a WithdrawRequest.
             * @constructor
             * @param {passbook.v1.WithdrawRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WithdrawRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WithdrawRequest context.
             * @member {passbook.v1.RequestContext.$Properties|null|undefined} context
             * @memberof passbook.v1.WithdrawRequest
             * @instance
             */
            WithdrawRequest.prototype.context = null;

            /**
             * WithdrawRequest account.
             * @member {string} account
             * @memberof passbook.v1.WithdrawRequest
             * @instance
             */
            WithdrawRequest.prototype.account = "";

            /**
             * WithdrawRequest amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.WithdrawRequest
             * @instance
             */
            WithdrawRequest.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WithdrawRequest ackLevel.
             * @member {passbook.v1.AckLevel} ackLevel
             * @memberof passbook.v1.WithdrawRequest
             * @instance
             */
            WithdrawRequest.prototype.ackLevel = 0;

            /**
             * Encodes the specified WithdrawRequest message. Does not implicitly {@link passbook.v1.WithdrawRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.WithdrawRequest
             * @static
             * @param {passbook.v1.WithdrawRequest.$Properties} message WithdrawRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WithdrawRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    $root.passbook.v1.RequestContext.encode(message.context, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.account);
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.amountMinor);
                if (message.ackLevel != null && $Object.hasOwnProperty.call(message, "ackLevel") && message.ackLevel !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.ackLevel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WithdrawRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.WithdrawRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.WithdrawRequest & passbook.v1.WithdrawRequest.$Shape} WithdrawRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WithdrawRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.WithdrawRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.context = $root.passbook.v1.RequestContext.decode(reader, reader.size(), $undefined, _depth + 1, message.context);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.ackLevel = value;
                            else
                                delete message.ackLevel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WithdrawRequest;
        })();

        v1.WithdrawResponse = (function() {

            /**
             * Properties of a WithdrawResponse.
             * @typedef {Object} passbook.v1.WithdrawResponse.$Properties
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] WithdrawResponse passbook
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] WithdrawResponse writeId
             * @property {passbook.v1.VersionVector.$Properties|null} [before] WithdrawResponse before
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WithdrawResponse.
             * @memberof passbook.v1
             * @interface IWithdrawResponse
             * @augments passbook.v1.WithdrawResponse.$Properties
             * @deprecated Use passbook.v1.WithdrawResponse.$Properties instead.
             */

            /**
             * Shape of a WithdrawResponse.
             * @typedef {passbook.v1.WithdrawResponse.$Properties} passbook.v1.WithdrawResponse.$Shape
             */

            /**
             * Constructs a new WithdrawResponse.
             * @memberof passbook.v1
             * @classdesc Represents a WithdrawResponse.
             * @constructor
             * @param {passbook.v1.WithdrawResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WithdrawResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WithdrawResponse passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.WithdrawResponse
             * @instance
             */
            WithdrawResponse.prototype.passbook = null;

            /**
             * WithdrawResponse writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.WithdrawResponse
             * @instance
             */
            WithdrawResponse.prototype.writeId = null;

            /**
             * WithdrawResponse before.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} before
             * @memberof passbook.v1.WithdrawResponse
             * @instance
             */
            WithdrawResponse.prototype.before = null;

            /**
             * Encodes the specified WithdrawResponse message. Does not implicitly {@link passbook.v1.WithdrawResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.WithdrawResponse
             * @static
             * @param {passbook.v1.WithdrawResponse.$Properties} message WithdrawResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WithdrawResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    $root.passbook.v1.VersionVector.encode(message.before, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WithdrawResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.WithdrawResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.WithdrawResponse & passbook.v1.WithdrawResponse.$Shape} WithdrawResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WithdrawResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.WithdrawResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.before = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WithdrawResponse;
        })();

        v1.TransferRequest = (function() {

            /**
             * Properties of a TransferRequest.
             * @typedef {Object} passbook.v1.TransferRequest.$Properties
             * @property {passbook.v1.RequestContext.$Properties|null} [context] TransferRequest context
             * @property {string|null} [fromAccount] TransferRequest fromAccount
             * @property {string|null} [toAccount] TransferRequest toAccount
             * @property {number|null} [amountMinor] TransferRequest amountMinor
             * @property {passbook.v1.AckLevel|null} [ackLevel] TransferRequest ackLevel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransferRequest.
             * @memberof passbook.v1
             * @interface ITransferRequest
             * @augments passbook.v1.TransferRequest.$Properties
             * @deprecated Use passbook.v1.TransferRequest.$Properties instead.
             */

            /**
             * Shape of a TransferRequest.
             * @typedef {passbook.v1.TransferRequest.$Properties} passbook.v1.TransferRequest.$Shape
             */

            /**
             * Constructs a new TransferRequest.
             * @memberof passbook.v1
             * @classdesc Represents a TransferRequest.
             * @constructor
             * @param {passbook.v1.TransferRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransferRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransferRequest context.
             * @member {passbook.v1.RequestContext.$Properties|null|undefined} context
             * @memberof passbook.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.context = null;

            /**
             * TransferRequest fromAccount.
             * @member {string} fromAccount
             * @memberof passbook.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.fromAccount = "";

            /**
             * TransferRequest toAccount.
             * @member {string} toAccount
             * @memberof passbook.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.toAccount = "";

            /**
             * TransferRequest amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TransferRequest ackLevel.
             * @member {passbook.v1.AckLevel} ackLevel
             * @memberof passbook.v1.TransferRequest
             * @instance
             */
            TransferRequest.prototype.ackLevel = 0;

            /**
             * Encodes the specified TransferRequest message. Does not implicitly {@link passbook.v1.TransferRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.TransferRequest
             * @static
             * @param {passbook.v1.TransferRequest.$Properties} message TransferRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransferRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    $root.passbook.v1.RequestContext.encode(message.context, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.fromAccount != null && $Object.hasOwnProperty.call(message, "fromAccount") && message.fromAccount !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.fromAccount);
                if (message.toAccount != null && $Object.hasOwnProperty.call(message, "toAccount") && message.toAccount !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.toAccount);
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.amountMinor);
                if (message.ackLevel != null && $Object.hasOwnProperty.call(message, "ackLevel") && message.ackLevel !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.ackLevel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransferRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.TransferRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.TransferRequest & passbook.v1.TransferRequest.$Shape} TransferRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TransferRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.TransferRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.context = $root.passbook.v1.RequestContext.decode(reader, reader.size(), $undefined, _depth + 1, message.context);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.fromAccount = value;
                            else
                                delete message.fromAccount;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.toAccount = value;
                            else
                                delete message.toAccount;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.ackLevel = value;
                            else
                                delete message.ackLevel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransferRequest;
        })();

        v1.TransferResponse = (function() {

            /**
             * Properties of a TransferResponse.
             * @typedef {Object} passbook.v1.TransferResponse.$Properties
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] TransferResponse passbook
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] TransferResponse writeId
             * @property {passbook.v1.VersionVector.$Properties|null} [before] TransferResponse before
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TransferResponse.
             * @memberof passbook.v1
             * @interface ITransferResponse
             * @augments passbook.v1.TransferResponse.$Properties
             * @deprecated Use passbook.v1.TransferResponse.$Properties instead.
             */

            /**
             * Shape of a TransferResponse.
             * @typedef {passbook.v1.TransferResponse.$Properties} passbook.v1.TransferResponse.$Shape
             */

            /**
             * Constructs a new TransferResponse.
             * @memberof passbook.v1
             * @classdesc Represents a TransferResponse.
             * @constructor
             * @param {passbook.v1.TransferResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TransferResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TransferResponse passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.TransferResponse
             * @instance
             */
            TransferResponse.prototype.passbook = null;

            /**
             * TransferResponse writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.TransferResponse
             * @instance
             */
            TransferResponse.prototype.writeId = null;

            /**
             * TransferResponse before.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} before
             * @memberof passbook.v1.TransferResponse
             * @instance
             */
            TransferResponse.prototype.before = null;

            /**
             * Encodes the specified TransferResponse message. Does not implicitly {@link passbook.v1.TransferResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.TransferResponse
             * @static
             * @param {passbook.v1.TransferResponse.$Properties} message TransferResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TransferResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    $root.passbook.v1.VersionVector.encode(message.before, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TransferResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.TransferResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.TransferResponse & passbook.v1.TransferResponse.$Shape} TransferResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TransferResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.TransferResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.before = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransferResponse;
        })();

        v1.ListEntriesRequest = (function() {

            /**
             * Properties of a ListEntriesRequest.
             * @typedef {Object} passbook.v1.ListEntriesRequest.$Properties
             * @property {passbook.v1.RequestContext.$Properties|null} [context] ListEntriesRequest context
             * @property {string|null} [account] ListEntriesRequest account
             * @property {number|null} [pageSize] ListEntriesRequest pageSize
             * @property {string|null} [pageToken] ListEntriesRequest pageToken
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListEntriesRequest.
             * @memberof passbook.v1
             * @interface IListEntriesRequest
             * @augments passbook.v1.ListEntriesRequest.$Properties
             * @deprecated Use passbook.v1.ListEntriesRequest.$Properties instead.
             */

            /**
             * Shape of a ListEntriesRequest.
             * @typedef {passbook.v1.ListEntriesRequest.$Properties} passbook.v1.ListEntriesRequest.$Shape
             */

            /**
             * Constructs a new ListEntriesRequest.
             * @memberof passbook.v1
             * @classdesc Represents a ListEntriesRequest.
             * @constructor
             * @param {passbook.v1.ListEntriesRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListEntriesRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListEntriesRequest context.
             * @member {passbook.v1.RequestContext.$Properties|null|undefined} context
             * @memberof passbook.v1.ListEntriesRequest
             * @instance
             */
            ListEntriesRequest.prototype.context = null;

            /**
             * ListEntriesRequest account.
             * @member {string} account
             * @memberof passbook.v1.ListEntriesRequest
             * @instance
             */
            ListEntriesRequest.prototype.account = "";

            /**
             * ListEntriesRequest pageSize.
             * @member {number} pageSize
             * @memberof passbook.v1.ListEntriesRequest
             * @instance
             */
            ListEntriesRequest.prototype.pageSize = 0;

            /**
             * ListEntriesRequest pageToken.
             * @member {string} pageToken
             * @memberof passbook.v1.ListEntriesRequest
             * @instance
             */
            ListEntriesRequest.prototype.pageToken = "";

            /**
             * Encodes the specified ListEntriesRequest message. Does not implicitly {@link passbook.v1.ListEntriesRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.ListEntriesRequest
             * @static
             * @param {passbook.v1.ListEntriesRequest.$Properties} message ListEntriesRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListEntriesRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.context != null && $Object.hasOwnProperty.call(message, "context"))
                    $root.passbook.v1.RequestContext.encode(message.context, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.account);
                if (message.pageSize != null && $Object.hasOwnProperty.call(message, "pageSize") && message.pageSize !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.pageSize);
                if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken") && message.pageToken !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.pageToken);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListEntriesRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.ListEntriesRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.ListEntriesRequest & passbook.v1.ListEntriesRequest.$Shape} ListEntriesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListEntriesRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.ListEntriesRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.context = $root.passbook.v1.RequestContext.decode(reader, reader.size(), $undefined, _depth + 1, message.context);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pageSize = value;
                            else
                                delete message.pageSize;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.pageToken = value;
                            else
                                delete message.pageToken;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListEntriesRequest;
        })();

        v1.ListEntriesResponse = (function() {

            /**
             * Properties of a ListEntriesResponse.
             * @typedef {Object} passbook.v1.ListEntriesResponse.$Properties
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] ListEntriesResponse passbook
             * @property {Array.<passbook.v1.Entry.$Properties>|null} [entries] ListEntriesResponse entries
             * @property {string|null} [nextPageToken] ListEntriesResponse nextPageToken
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] ListEntriesResponse vector
             * @property {string|null} [broughtForwardCreditsMinor] ListEntriesResponse broughtForwardCreditsMinor
             * @property {string|null} [broughtForwardDebitsMinor] ListEntriesResponse broughtForwardDebitsMinor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListEntriesResponse.
             * @memberof passbook.v1
             * @interface IListEntriesResponse
             * @augments passbook.v1.ListEntriesResponse.$Properties
             * @deprecated Use passbook.v1.ListEntriesResponse.$Properties instead.
             */

            /**
             * Shape of a ListEntriesResponse.
             * @typedef {passbook.v1.ListEntriesResponse.$Properties} passbook.v1.ListEntriesResponse.$Shape
             */

            /**
             * Constructs a new ListEntriesResponse.
             * @memberof passbook.v1
             * @classdesc Represents a ListEntriesResponse.
             * @constructor
             * @param {passbook.v1.ListEntriesResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListEntriesResponse = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListEntriesResponse passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.ListEntriesResponse
             * @instance
             */
            ListEntriesResponse.prototype.passbook = null;

            /**
             * ListEntriesResponse entries.
             * @member {Array.<passbook.v1.Entry.$Properties>} entries
             * @memberof passbook.v1.ListEntriesResponse
             * @instance
             */
            ListEntriesResponse.prototype.entries = $util.emptyArray;

            /**
             * ListEntriesResponse nextPageToken.
             * @member {string} nextPageToken
             * @memberof passbook.v1.ListEntriesResponse
             * @instance
             */
            ListEntriesResponse.prototype.nextPageToken = "";

            /**
             * ListEntriesResponse vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.ListEntriesResponse
             * @instance
             */
            ListEntriesResponse.prototype.vector = null;

            /**
             * ListEntriesResponse broughtForwardCreditsMinor.
             * @member {string} broughtForwardCreditsMinor
             * @memberof passbook.v1.ListEntriesResponse
             * @instance
             */
            ListEntriesResponse.prototype.broughtForwardCreditsMinor = "";

            /**
             * ListEntriesResponse broughtForwardDebitsMinor.
             * @member {string} broughtForwardDebitsMinor
             * @memberof passbook.v1.ListEntriesResponse
             * @instance
             */
            ListEntriesResponse.prototype.broughtForwardDebitsMinor = "";

            /**
             * Encodes the specified ListEntriesResponse message. Does not implicitly {@link passbook.v1.ListEntriesResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.ListEntriesResponse
             * @static
             * @param {passbook.v1.ListEntriesResponse.$Properties} message ListEntriesResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListEntriesResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.passbook.v1.Entry.encode(message.entries[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.nextPageToken != null && $Object.hasOwnProperty.call(message, "nextPageToken") && message.nextPageToken !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.nextPageToken);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.broughtForwardCreditsMinor != null && $Object.hasOwnProperty.call(message, "broughtForwardCreditsMinor") && message.broughtForwardCreditsMinor !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.broughtForwardCreditsMinor);
                if (message.broughtForwardDebitsMinor != null && $Object.hasOwnProperty.call(message, "broughtForwardDebitsMinor") && message.broughtForwardDebitsMinor !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.broughtForwardDebitsMinor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListEntriesResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.ListEntriesResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.ListEntriesResponse & passbook.v1.ListEntriesResponse.$Shape} ListEntriesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListEntriesResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.ListEntriesResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.passbook.v1.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nextPageToken = value;
                            else
                                delete message.nextPageToken;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.broughtForwardCreditsMinor = value;
                            else
                                delete message.broughtForwardCreditsMinor;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.broughtForwardDebitsMinor = value;
                            else
                                delete message.broughtForwardDebitsMinor;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListEntriesResponse;
        })();

        v1.Entry = (function() {

            /**
             * Properties of an Entry.
             * @typedef {Object} passbook.v1.Entry.$Properties
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] Entry writeId
             * @property {passbook.v1.WriteKind|null} [kind] Entry kind
             * @property {number|null} [amountMinor] Entry amountMinor
             * @property {string|null} [otherAccount] Entry otherAccount
             * @property {string|null} [customer] Entry customer
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Entry.
             * @memberof passbook.v1
             * @interface IEntry
             * @augments passbook.v1.Entry.$Properties
             * @deprecated Use passbook.v1.Entry.$Properties instead.
             */

            /**
             * Shape of an Entry.
             * @typedef {passbook.v1.Entry.$Properties} passbook.v1.Entry.$Shape
             */

            /**
             * Constructs a new Entry.
             * @memberof passbook.v1
             * @classdesc Represents an Entry.
             * @constructor
             * @param {passbook.v1.Entry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Entry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Entry writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.Entry
             * @instance
             */
            Entry.prototype.writeId = null;

            /**
             * Entry kind.
             * @member {passbook.v1.WriteKind} kind
             * @memberof passbook.v1.Entry
             * @instance
             */
            Entry.prototype.kind = 0;

            /**
             * Entry amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.Entry
             * @instance
             */
            Entry.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Entry otherAccount.
             * @member {string} otherAccount
             * @memberof passbook.v1.Entry
             * @instance
             */
            Entry.prototype.otherAccount = "";

            /**
             * Entry customer.
             * @member {string} customer
             * @memberof passbook.v1.Entry
             * @instance
             */
            Entry.prototype.customer = "";

            /**
             * Encodes the specified Entry message. Does not implicitly {@link passbook.v1.Entry.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Entry
             * @static
             * @param {passbook.v1.Entry.$Properties} message Entry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Entry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.kind);
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).sint64(message.amountMinor);
                if (message.otherAccount != null && $Object.hasOwnProperty.call(message, "otherAccount") && message.otherAccount !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.otherAccount);
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.customer);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Entry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Entry & passbook.v1.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Entry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Entry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.sint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.otherAccount = value;
                            else
                                delete message.otherAccount;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Entry;
        })();

        /**
         * WriteKind enum.
         * @name passbook.v1.WriteKind
         * @enum {number}
         * @property {number} WRITE_KIND_UNSPECIFIED=0 WRITE_KIND_UNSPECIFIED value
         * @property {number} WRITE_KIND_OPEN=1 WRITE_KIND_OPEN value
         * @property {number} WRITE_KIND_DEPOSIT=2 WRITE_KIND_DEPOSIT value
         * @property {number} WRITE_KIND_WITHDRAW=3 WRITE_KIND_WITHDRAW value
         * @property {number} WRITE_KIND_TRANSFER=4 WRITE_KIND_TRANSFER value
         * @property {number} WRITE_KIND_GRANT=5 WRITE_KIND_GRANT value
         * @property {number} WRITE_KIND_CEDE=6 WRITE_KIND_CEDE value
         * @property {number} WRITE_KIND_VOID=7 WRITE_KIND_VOID value
         * @property {number} WRITE_KIND_FENCE=8 WRITE_KIND_FENCE value
         * @property {number} WRITE_KIND_SEAL=9 WRITE_KIND_SEAL value
         * @property {number} WRITE_KIND_JOIN=10 WRITE_KIND_JOIN value
         */
        v1.WriteKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WRITE_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "WRITE_KIND_OPEN"] = 1;
            values[valuesById[2] = "WRITE_KIND_DEPOSIT"] = 2;
            values[valuesById[3] = "WRITE_KIND_WITHDRAW"] = 3;
            values[valuesById[4] = "WRITE_KIND_TRANSFER"] = 4;
            values[valuesById[5] = "WRITE_KIND_GRANT"] = 5;
            values[valuesById[6] = "WRITE_KIND_CEDE"] = 6;
            values[valuesById[7] = "WRITE_KIND_VOID"] = 7;
            values[valuesById[8] = "WRITE_KIND_FENCE"] = 8;
            values[valuesById[9] = "WRITE_KIND_SEAL"] = 9;
            values[valuesById[10] = "WRITE_KIND_JOIN"] = 10;
            return values;
        })();

        /**
         * OperationKind enum.
         * @name passbook.v1.OperationKind
         * @enum {number}
         * @property {number} OPERATION_KIND_UNSPECIFIED=0 OPERATION_KIND_UNSPECIFIED value
         * @property {number} OPERATION_KIND_QUERY=1 OPERATION_KIND_QUERY value
         * @property {number} OPERATION_KIND_DEPOSIT=2 OPERATION_KIND_DEPOSIT value
         * @property {number} OPERATION_KIND_WITHDRAW=3 OPERATION_KIND_WITHDRAW value
         * @property {number} OPERATION_KIND_TRANSFER=4 OPERATION_KIND_TRANSFER value
         * @property {number} OPERATION_KIND_OPEN=5 OPERATION_KIND_OPEN value
         */
        v1.OperationKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OPERATION_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "OPERATION_KIND_QUERY"] = 1;
            values[valuesById[2] = "OPERATION_KIND_DEPOSIT"] = 2;
            values[valuesById[3] = "OPERATION_KIND_WITHDRAW"] = 3;
            values[valuesById[4] = "OPERATION_KIND_TRANSFER"] = 4;
            values[valuesById[5] = "OPERATION_KIND_OPEN"] = 5;
            return values;
        })();

        v1.BatchRequest = (function() {

            /**
             * Properties of a BatchRequest.
             * @typedef {Object} passbook.v1.BatchRequest.$Properties
             * @property {Array.<passbook.v1.SessionBinding.$Properties>|null} [sessions] BatchRequest sessions
             * @property {Array.<string>|null} [accounts] BatchRequest accounts
             * @property {Array.<passbook.v1.OperationKind>|null} [kinds] BatchRequest kinds
             * @property {Array.<number>|null} [sessionNumbers] BatchRequest sessionNumbers
             * @property {Array.<number>|null} [accountNumbers] BatchRequest accountNumbers
             * @property {Array.<number>|null} [amountsMinor] BatchRequest amountsMinor
             * @property {Array.<number>|null} [toAccountNumbers] BatchRequest toAccountNumbers
             * @property {Array.<number>|null} [counters] BatchRequest counters
             * @property {Array.<number>|null} [settledBelow] BatchRequest settledBelow
             * @property {Array.<number>|null} [timeoutsMs] BatchRequest timeoutsMs
             * @property {Array.<number>|null} [guaranteeBits] BatchRequest guaranteeBits
             * @property {Array.<passbook.v1.AckLevel>|null} [ackLevels] BatchRequest ackLevels
             * @property {Array.<passbook.v1.PassbookAt.$Properties>|null} [passbooks] BatchRequest passbooks
             * @property {Array.<string>|null} [labels] BatchRequest labels
             * @property {Array.<number>|null} [homes] BatchRequest homes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchRequest.
             * @memberof passbook.v1
             * @interface IBatchRequest
             * @augments passbook.v1.BatchRequest.$Properties
             * @deprecated Use passbook.v1.BatchRequest.$Properties instead.
             */

            /**
             * Shape of a BatchRequest.
             * @typedef {passbook.v1.BatchRequest.$Properties} passbook.v1.BatchRequest.$Shape
             */

            /**
             * Constructs a new BatchRequest.
             * @memberof passbook.v1
             * @classdesc Represents a BatchRequest.
             * @constructor
             * @param {passbook.v1.BatchRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchRequest = function (properties) {
                this.sessions = [];
                this.accounts = [];
                this.kinds = [];
                this.sessionNumbers = [];
                this.accountNumbers = [];
                this.amountsMinor = [];
                this.toAccountNumbers = [];
                this.counters = [];
                this.settledBelow = [];
                this.timeoutsMs = [];
                this.guaranteeBits = [];
                this.ackLevels = [];
                this.passbooks = [];
                this.labels = [];
                this.homes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchRequest sessions.
             * @member {Array.<passbook.v1.SessionBinding.$Properties>} sessions
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.sessions = $util.emptyArray;

            /**
             * BatchRequest accounts.
             * @member {Array.<string>} accounts
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.accounts = $util.emptyArray;

            /**
             * BatchRequest kinds.
             * @member {Array.<passbook.v1.OperationKind>} kinds
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.kinds = $util.emptyArray;

            /**
             * BatchRequest sessionNumbers.
             * @member {Array.<number>} sessionNumbers
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.sessionNumbers = $util.emptyArray;

            /**
             * BatchRequest accountNumbers.
             * @member {Array.<number>} accountNumbers
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.accountNumbers = $util.emptyArray;

            /**
             * BatchRequest amountsMinor.
             * @member {Array.<number>} amountsMinor
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.amountsMinor = $util.emptyArray;

            /**
             * BatchRequest toAccountNumbers.
             * @member {Array.<number>} toAccountNumbers
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.toAccountNumbers = $util.emptyArray;

            /**
             * BatchRequest counters.
             * @member {Array.<number>} counters
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.counters = $util.emptyArray;

            /**
             * BatchRequest settledBelow.
             * @member {Array.<number>} settledBelow
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.settledBelow = $util.emptyArray;

            /**
             * BatchRequest timeoutsMs.
             * @member {Array.<number>} timeoutsMs
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.timeoutsMs = $util.emptyArray;

            /**
             * BatchRequest guaranteeBits.
             * @member {Array.<number>} guaranteeBits
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.guaranteeBits = $util.emptyArray;

            /**
             * BatchRequest ackLevels.
             * @member {Array.<passbook.v1.AckLevel>} ackLevels
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.ackLevels = $util.emptyArray;

            /**
             * BatchRequest passbooks.
             * @member {Array.<passbook.v1.PassbookAt.$Properties>} passbooks
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.passbooks = $util.emptyArray;

            /**
             * BatchRequest labels.
             * @member {Array.<string>} labels
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.labels = $util.emptyArray;

            /**
             * BatchRequest homes.
             * @member {Array.<number>} homes
             * @memberof passbook.v1.BatchRequest
             * @instance
             */
            BatchRequest.prototype.homes = $util.emptyArray;

            /**
             * Encodes the specified BatchRequest message. Does not implicitly {@link passbook.v1.BatchRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.BatchRequest
             * @static
             * @param {passbook.v1.BatchRequest.$Properties} message BatchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessions != null && message.sessions.length)
                    for (let i = 0; i < message.sessions.length; ++i)
                        $root.passbook.v1.SessionBinding.encode(message.sessions[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.accounts != null && message.accounts.length)
                    for (let i = 0; i < message.accounts.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.accounts[i]);
                if (message.kinds != null && message.kinds.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).int32s(message.kinds);
                if (message.sessionNumbers != null && message.sessionNumbers.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.sessionNumbers);
                if (message.accountNumbers != null && message.accountNumbers.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint32s(message.accountNumbers);
                if (message.amountsMinor != null && message.amountsMinor.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).uint64s(message.amountsMinor);
                if (message.toAccountNumbers != null && message.toAccountNumbers.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.toAccountNumbers);
                if (message.counters != null && message.counters.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).uint64s(message.counters);
                if (message.settledBelow != null && message.settledBelow.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).uint64s(message.settledBelow);
                if (message.timeoutsMs != null && message.timeoutsMs.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).uint32s(message.timeoutsMs);
                if (message.guaranteeBits != null && message.guaranteeBits.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).uint32s(message.guaranteeBits);
                if (message.ackLevels != null && message.ackLevels.length)
                    writer.uint32(/* id 12, wireType 2 =*/98).int32s(message.ackLevels);
                if (message.passbooks != null && message.passbooks.length)
                    for (let i = 0; i < message.passbooks.length; ++i)
                        $root.passbook.v1.PassbookAt.encode(message.passbooks[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.labels != null && message.labels.length)
                    for (let i = 0; i < message.labels.length; ++i)
                        writer.uint32(/* id 14, wireType 2 =*/114).string(message.labels[i]);
                if (message.homes != null && message.homes.length)
                    writer.uint32(/* id 15, wireType 2 =*/122).uint32s(message.homes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.BatchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.BatchRequest & passbook.v1.BatchRequest.$Shape} BatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BatchRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.BatchRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sessions && message.sessions.length))
                                message.sessions = [];
                            message.sessions.push($root.passbook.v1.SessionBinding.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accounts && message.accounts.length))
                                message.accounts = [];
                            message.accounts.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.kinds && message.kinds.length))
                                    message.kinds = [];
                                reader.int32s(message.kinds);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.kinds && message.kinds.length))
                                message.kinds = [];
                            message.kinds.push(reader.int32());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.sessionNumbers && message.sessionNumbers.length))
                                    message.sessionNumbers = [];
                                reader.uint32s(message.sessionNumbers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.sessionNumbers && message.sessionNumbers.length))
                                message.sessionNumbers = [];
                            message.sessionNumbers.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.accountNumbers && message.accountNumbers.length))
                                    message.accountNumbers = [];
                                reader.uint32s(message.accountNumbers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.accountNumbers && message.accountNumbers.length))
                                message.accountNumbers = [];
                            message.accountNumbers.push(reader.uint32());
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.amountsMinor && message.amountsMinor.length))
                                    message.amountsMinor = [];
                                reader.uint64s(message.amountsMinor);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.amountsMinor && message.amountsMinor.length))
                                message.amountsMinor = [];
                            message.amountsMinor.push(reader.uint64());
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.toAccountNumbers && message.toAccountNumbers.length))
                                    message.toAccountNumbers = [];
                                reader.uint32s(message.toAccountNumbers);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.toAccountNumbers && message.toAccountNumbers.length))
                                message.toAccountNumbers = [];
                            message.toAccountNumbers.push(reader.uint32());
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.counters && message.counters.length))
                                    message.counters = [];
                                reader.uint64s(message.counters);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.counters && message.counters.length))
                                message.counters = [];
                            message.counters.push(reader.uint64());
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.settledBelow && message.settledBelow.length))
                                    message.settledBelow = [];
                                reader.uint64s(message.settledBelow);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.settledBelow && message.settledBelow.length))
                                message.settledBelow = [];
                            message.settledBelow.push(reader.uint64());
                            continue;
                        }
                    case 10: {
                            if (wireType === 2) {
                                if (!(message.timeoutsMs && message.timeoutsMs.length))
                                    message.timeoutsMs = [];
                                reader.uint32s(message.timeoutsMs);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.timeoutsMs && message.timeoutsMs.length))
                                message.timeoutsMs = [];
                            message.timeoutsMs.push(reader.uint32());
                            continue;
                        }
                    case 11: {
                            if (wireType === 2) {
                                if (!(message.guaranteeBits && message.guaranteeBits.length))
                                    message.guaranteeBits = [];
                                reader.uint32s(message.guaranteeBits);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.guaranteeBits && message.guaranteeBits.length))
                                message.guaranteeBits = [];
                            message.guaranteeBits.push(reader.uint32());
                            continue;
                        }
                    case 12: {
                            if (wireType === 2) {
                                if (!(message.ackLevels && message.ackLevels.length))
                                    message.ackLevels = [];
                                reader.int32s(message.ackLevels);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.ackLevels && message.ackLevels.length))
                                message.ackLevels = [];
                            message.ackLevels.push(reader.int32());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.passbooks && message.passbooks.length))
                                message.passbooks = [];
                            message.passbooks.push($root.passbook.v1.PassbookAt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if (!(message.labels && message.labels.length))
                                message.labels = [];
                            message.labels.push(reader.stringVerify());
                            continue;
                        }
                    case 15: {
                            if (wireType === 2) {
                                if (!(message.homes && message.homes.length))
                                    message.homes = [];
                                reader.uint32s(message.homes);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.homes && message.homes.length))
                                message.homes = [];
                            message.homes.push(reader.uint32());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchRequest;
        })();

        v1.SessionBinding = (function() {

            /**
             * Properties of a SessionBinding.
             * @typedef {Object} passbook.v1.SessionBinding.$Properties
             * @property {string|null} [customer] SessionBinding customer
             * @property {number|null} [session] SessionBinding session
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SessionBinding.
             * @memberof passbook.v1
             * @interface ISessionBinding
             * @augments passbook.v1.SessionBinding.$Properties
             * @deprecated Use passbook.v1.SessionBinding.$Properties instead.
             */

            /**
             * Shape of a SessionBinding.
             * @typedef {passbook.v1.SessionBinding.$Properties} passbook.v1.SessionBinding.$Shape
             */

            /**
             * Constructs a new SessionBinding.
             * @memberof passbook.v1
             * @classdesc Represents a SessionBinding.
             * @constructor
             * @param {passbook.v1.SessionBinding.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SessionBinding = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SessionBinding customer.
             * @member {string} customer
             * @memberof passbook.v1.SessionBinding
             * @instance
             */
            SessionBinding.prototype.customer = "";

            /**
             * SessionBinding session.
             * @member {number} session
             * @memberof passbook.v1.SessionBinding
             * @instance
             */
            SessionBinding.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified SessionBinding message. Does not implicitly {@link passbook.v1.SessionBinding.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.SessionBinding
             * @static
             * @param {passbook.v1.SessionBinding.$Properties} message SessionBinding message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SessionBinding.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.customer);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && (typeof message.session === "object" ? message.session.low || message.session.high : message.session !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.session);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SessionBinding message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.SessionBinding
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.SessionBinding & passbook.v1.SessionBinding.$Shape} SessionBinding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SessionBinding.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.SessionBinding();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SessionBinding;
        })();

        v1.PassbookAt = (function() {

            /**
             * Properties of a PassbookAt.
             * @typedef {Object} passbook.v1.PassbookAt.$Properties
             * @property {number|null} [at] PassbookAt at
             * @property {passbook.v1.Passbook.$Properties|null} [passbook] PassbookAt passbook
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PassbookAt.
             * @memberof passbook.v1
             * @interface IPassbookAt
             * @augments passbook.v1.PassbookAt.$Properties
             * @deprecated Use passbook.v1.PassbookAt.$Properties instead.
             */

            /**
             * Shape of a PassbookAt.
             * @typedef {passbook.v1.PassbookAt.$Properties} passbook.v1.PassbookAt.$Shape
             */

            /**
             * Constructs a new PassbookAt.
             * @memberof passbook.v1
             * @classdesc Represents a PassbookAt.
             * @constructor
             * @param {passbook.v1.PassbookAt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PassbookAt = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PassbookAt at.
             * @member {number} at
             * @memberof passbook.v1.PassbookAt
             * @instance
             */
            PassbookAt.prototype.at = 0;

            /**
             * PassbookAt passbook.
             * @member {passbook.v1.Passbook.$Properties|null|undefined} passbook
             * @memberof passbook.v1.PassbookAt
             * @instance
             */
            PassbookAt.prototype.passbook = null;

            /**
             * Encodes the specified PassbookAt message. Does not implicitly {@link passbook.v1.PassbookAt.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.PassbookAt
             * @static
             * @param {passbook.v1.PassbookAt.$Properties} message PassbookAt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PassbookAt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && message.at !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.at);
                if (message.passbook != null && $Object.hasOwnProperty.call(message, "passbook"))
                    $root.passbook.v1.Passbook.encode(message.passbook, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PassbookAt message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.PassbookAt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.PassbookAt & passbook.v1.PassbookAt.$Shape} PassbookAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PassbookAt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.PassbookAt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.passbook = $root.passbook.v1.Passbook.decode(reader, reader.size(), $undefined, _depth + 1, message.passbook);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PassbookAt;
        })();

        v1.BatchResponse = (function() {

            /**
             * Properties of a BatchResponse.
             * @typedef {Object} passbook.v1.BatchResponse.$Properties
             * @property {passbook.v1.Welcome.$Properties|null} [welcome] BatchResponse welcome
             * @property {Array.<number>|null} [operations] BatchResponse operations
             * @property {Array.<passbook.v1.Reason>|null} [reasons] BatchResponse reasons
             * @property {Array.<number>|null} [sequences] BatchResponse sequences
             * @property {Array.<string>|null} [balancesMinor] BatchResponse balancesMinor
             * @property {Array.<passbook.v1.Origin.$Properties>|null} [origins] BatchResponse origins
             * @property {Array.<number>|null} [changeAt] BatchResponse changeAt
             * @property {Array.<number>|null} [changeOrigin] BatchResponse changeOrigin
             * @property {Array.<number>|null} [changeSequence] BatchResponse changeSequence
             * @property {Array.<passbook.v1.RefusalAt.$Properties>|null} [refusals] BatchResponse refusals
             * @property {Array.<string>|null} [creditsMinor] BatchResponse creditsMinor
             * @property {Array.<string>|null} [availableMinor] BatchResponse availableMinor
             * @property {Array.<passbook.v1.WrittenAt.$Properties>|null} [written] BatchResponse written
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BatchResponse.
             * @memberof passbook.v1
             * @interface IBatchResponse
             * @augments passbook.v1.BatchResponse.$Properties
             * @deprecated Use passbook.v1.BatchResponse.$Properties instead.
             */

            /**
             * Shape of a BatchResponse.
             * @typedef {passbook.v1.BatchResponse.$Properties} passbook.v1.BatchResponse.$Shape
             */

            /**
             * Constructs a new BatchResponse.
             * @memberof passbook.v1
             * @classdesc Represents a BatchResponse.
             * @constructor
             * @param {passbook.v1.BatchResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BatchResponse = function (properties) {
                this.operations = [];
                this.reasons = [];
                this.sequences = [];
                this.balancesMinor = [];
                this.origins = [];
                this.changeAt = [];
                this.changeOrigin = [];
                this.changeSequence = [];
                this.refusals = [];
                this.creditsMinor = [];
                this.availableMinor = [];
                this.written = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BatchResponse welcome.
             * @member {passbook.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.welcome = null;

            /**
             * BatchResponse operations.
             * @member {Array.<number>} operations
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.operations = $util.emptyArray;

            /**
             * BatchResponse reasons.
             * @member {Array.<passbook.v1.Reason>} reasons
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.reasons = $util.emptyArray;

            /**
             * BatchResponse sequences.
             * @member {Array.<number>} sequences
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.sequences = $util.emptyArray;

            /**
             * BatchResponse balancesMinor.
             * @member {Array.<string>} balancesMinor
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.balancesMinor = $util.emptyArray;

            /**
             * BatchResponse origins.
             * @member {Array.<passbook.v1.Origin.$Properties>} origins
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.origins = $util.emptyArray;

            /**
             * BatchResponse changeAt.
             * @member {Array.<number>} changeAt
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.changeAt = $util.emptyArray;

            /**
             * BatchResponse changeOrigin.
             * @member {Array.<number>} changeOrigin
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.changeOrigin = $util.emptyArray;

            /**
             * BatchResponse changeSequence.
             * @member {Array.<number>} changeSequence
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.changeSequence = $util.emptyArray;

            /**
             * BatchResponse refusals.
             * @member {Array.<passbook.v1.RefusalAt.$Properties>} refusals
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.refusals = $util.emptyArray;

            /**
             * BatchResponse creditsMinor.
             * @member {Array.<string>} creditsMinor
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.creditsMinor = $util.emptyArray;

            /**
             * BatchResponse availableMinor.
             * @member {Array.<string>} availableMinor
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.availableMinor = $util.emptyArray;

            /**
             * BatchResponse written.
             * @member {Array.<passbook.v1.WrittenAt.$Properties>} written
             * @memberof passbook.v1.BatchResponse
             * @instance
             */
            BatchResponse.prototype.written = $util.emptyArray;

            /**
             * Encodes the specified BatchResponse message. Does not implicitly {@link passbook.v1.BatchResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.BatchResponse
             * @static
             * @param {passbook.v1.BatchResponse.$Properties} message BatchResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BatchResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.passbook.v1.Welcome.encode(message.welcome, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.operations != null && message.operations.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.operations);
                if (message.reasons != null && message.reasons.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).int32s(message.reasons);
                if (message.sequences != null && message.sequences.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint64s(message.sequences);
                if (message.balancesMinor != null && message.balancesMinor.length)
                    for (let i = 0; i < message.balancesMinor.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.balancesMinor[i]);
                if (message.origins != null && message.origins.length)
                    for (let i = 0; i < message.origins.length; ++i)
                        $root.passbook.v1.Origin.encode(message.origins[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.changeAt != null && message.changeAt.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.changeAt);
                if (message.changeOrigin != null && message.changeOrigin.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).uint32s(message.changeOrigin);
                if (message.changeSequence != null && message.changeSequence.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).uint64s(message.changeSequence);
                if (message.refusals != null && message.refusals.length)
                    for (let i = 0; i < message.refusals.length; ++i)
                        $root.passbook.v1.RefusalAt.encode(message.refusals[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.creditsMinor != null && message.creditsMinor.length)
                    for (let i = 0; i < message.creditsMinor.length; ++i)
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.creditsMinor[i]);
                if (message.availableMinor != null && message.availableMinor.length)
                    for (let i = 0; i < message.availableMinor.length; ++i)
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.availableMinor[i]);
                if (message.written != null && message.written.length)
                    for (let i = 0; i < message.written.length; ++i)
                        $root.passbook.v1.WrittenAt.encode(message.written[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BatchResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.BatchResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.BatchResponse & passbook.v1.BatchResponse.$Shape} BatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BatchResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.BatchResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.passbook.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.operations && message.operations.length))
                                    message.operations = [];
                                reader.uint64s(message.operations);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.operations && message.operations.length))
                                message.operations = [];
                            message.operations.push(reader.uint64());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.reasons && message.reasons.length))
                                    message.reasons = [];
                                reader.int32s(message.reasons);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.reasons && message.reasons.length))
                                message.reasons = [];
                            message.reasons.push(reader.int32());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.sequences && message.sequences.length))
                                    message.sequences = [];
                                reader.uint64s(message.sequences);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.sequences && message.sequences.length))
                                message.sequences = [];
                            message.sequences.push(reader.uint64());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.balancesMinor && message.balancesMinor.length))
                                message.balancesMinor = [];
                            message.balancesMinor.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.origins && message.origins.length))
                                message.origins = [];
                            message.origins.push($root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.changeAt && message.changeAt.length))
                                    message.changeAt = [];
                                reader.uint32s(message.changeAt);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.changeAt && message.changeAt.length))
                                message.changeAt = [];
                            message.changeAt.push(reader.uint32());
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.changeOrigin && message.changeOrigin.length))
                                    message.changeOrigin = [];
                                reader.uint32s(message.changeOrigin);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.changeOrigin && message.changeOrigin.length))
                                message.changeOrigin = [];
                            message.changeOrigin.push(reader.uint32());
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.changeSequence && message.changeSequence.length))
                                    message.changeSequence = [];
                                reader.uint64s(message.changeSequence);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.changeSequence && message.changeSequence.length))
                                message.changeSequence = [];
                            message.changeSequence.push(reader.uint64());
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.refusals && message.refusals.length))
                                message.refusals = [];
                            message.refusals.push($root.passbook.v1.RefusalAt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.creditsMinor && message.creditsMinor.length))
                                message.creditsMinor = [];
                            message.creditsMinor.push(reader.stringVerify());
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.availableMinor && message.availableMinor.length))
                                message.availableMinor = [];
                            message.availableMinor.push(reader.stringVerify());
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if (!(message.written && message.written.length))
                                message.written = [];
                            message.written.push($root.passbook.v1.WrittenAt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BatchResponse;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} passbook.v1.Welcome.$Properties
             * @property {string|null} [bankId] Welcome bankId
             * @property {passbook.v1.Origin.$Properties|null} [origin] Welcome origin
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof passbook.v1
             * @interface IWelcome
             * @augments passbook.v1.Welcome.$Properties
             * @deprecated Use passbook.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {passbook.v1.Welcome.$Properties} passbook.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof passbook.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {passbook.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome bankId.
             * @member {string} bankId
             * @memberof passbook.v1.Welcome
             * @instance
             */
            Welcome.prototype.bankId = "";

            /**
             * Welcome origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.Welcome
             * @instance
             */
            Welcome.prototype.origin = null;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link passbook.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Welcome
             * @static
             * @param {passbook.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankId != null && $Object.hasOwnProperty.call(message, "bankId") && message.bankId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bankId);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Welcome & passbook.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bankId = value;
                            else
                                delete message.bankId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Welcome;
        })();

        v1.RefusalAt = (function() {

            /**
             * Properties of a RefusalAt.
             * @typedef {Object} passbook.v1.RefusalAt.$Properties
             * @property {number|null} [at] RefusalAt at
             * @property {passbook.v1.Applied|null} [applied] RefusalAt applied
             * @property {string|null} [message] RefusalAt message
             * @property {Object.<string,string>|null} [metadata] RefusalAt metadata
             * @property {boolean|null} [revealsState] RefusalAt revealsState
             * @property {boolean|null} [final] RefusalAt final
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RefusalAt.
             * @memberof passbook.v1
             * @interface IRefusalAt
             * @augments passbook.v1.RefusalAt.$Properties
             * @deprecated Use passbook.v1.RefusalAt.$Properties instead.
             */

            /**
             * Shape of a RefusalAt.
             * @typedef {passbook.v1.RefusalAt.$Properties} passbook.v1.RefusalAt.$Shape
             */

            /**
             * Constructs a new RefusalAt.
             * @memberof passbook.v1
             * @classdesc Represents a RefusalAt.
             * @constructor
             * @param {passbook.v1.RefusalAt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RefusalAt = function (properties) {
                this.metadata = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RefusalAt at.
             * @member {number} at
             * @memberof passbook.v1.RefusalAt
             * @instance
             */
            RefusalAt.prototype.at = 0;

            /**
             * RefusalAt applied.
             * @member {passbook.v1.Applied} applied
             * @memberof passbook.v1.RefusalAt
             * @instance
             */
            RefusalAt.prototype.applied = 0;

            /**
             * RefusalAt message.
             * @member {string} message
             * @memberof passbook.v1.RefusalAt
             * @instance
             */
            RefusalAt.prototype.message = "";

            /**
             * RefusalAt metadata.
             * @member {Object.<string,string>} metadata
             * @memberof passbook.v1.RefusalAt
             * @instance
             */
            RefusalAt.prototype.metadata = $util.emptyObject;

            /**
             * RefusalAt revealsState.
             * @member {boolean} revealsState
             * @memberof passbook.v1.RefusalAt
             * @instance
             */
            RefusalAt.prototype.revealsState = false;

            /**
             * RefusalAt final.
             * @member {boolean} final
             * @memberof passbook.v1.RefusalAt
             * @instance
             */
            RefusalAt.prototype.final = false;

            /**
             * Encodes the specified RefusalAt message. Does not implicitly {@link passbook.v1.RefusalAt.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.RefusalAt
             * @static
             * @param {passbook.v1.RefusalAt.$Properties} message RefusalAt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RefusalAt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && message.at !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.at);
                if (message.applied != null && $Object.hasOwnProperty.call(message, "applied") && message.applied !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.applied);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                    for (let keys = $Object.keys(message.metadata), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.metadata[keys[i]]).ldelim();
                if (message.revealsState != null && $Object.hasOwnProperty.call(message, "revealsState") && message.revealsState !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.revealsState);
                if (message.final != null && $Object.hasOwnProperty.call(message, "final") && message.final !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.final);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RefusalAt message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.RefusalAt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.RefusalAt & passbook.v1.RefusalAt.$Shape} RefusalAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RefusalAt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.RefusalAt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.applied = value;
                            else
                                delete message.applied;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (message.metadata === $util.emptyObject)
                                message.metadata = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.metadata, key);
                            message.metadata[key] = value;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.revealsState = value;
                            else
                                delete message.revealsState;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.final = value;
                            else
                                delete message.final;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RefusalAt;
        })();

        v1.WrittenAt = (function() {

            /**
             * Properties of a WrittenAt.
             * @typedef {Object} passbook.v1.WrittenAt.$Properties
             * @property {number|null} [at] WrittenAt at
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] WrittenAt writeId
             * @property {passbook.v1.VersionVector.$Properties|null} [before] WrittenAt before
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WrittenAt.
             * @memberof passbook.v1
             * @interface IWrittenAt
             * @augments passbook.v1.WrittenAt.$Properties
             * @deprecated Use passbook.v1.WrittenAt.$Properties instead.
             */

            /**
             * Shape of a WrittenAt.
             * @typedef {passbook.v1.WrittenAt.$Properties} passbook.v1.WrittenAt.$Shape
             */

            /**
             * Constructs a new WrittenAt.
             * @memberof passbook.v1
             * @classdesc Represents a WrittenAt.
             * @constructor
             * @param {passbook.v1.WrittenAt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WrittenAt = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WrittenAt at.
             * @member {number} at
             * @memberof passbook.v1.WrittenAt
             * @instance
             */
            WrittenAt.prototype.at = 0;

            /**
             * WrittenAt writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.WrittenAt
             * @instance
             */
            WrittenAt.prototype.writeId = null;

            /**
             * WrittenAt before.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} before
             * @memberof passbook.v1.WrittenAt
             * @instance
             */
            WrittenAt.prototype.before = null;

            /**
             * Encodes the specified WrittenAt message. Does not implicitly {@link passbook.v1.WrittenAt.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.WrittenAt
             * @static
             * @param {passbook.v1.WrittenAt.$Properties} message WrittenAt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WrittenAt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && $Object.hasOwnProperty.call(message, "at") && message.at !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.at);
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    $root.passbook.v1.VersionVector.encode(message.before, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WrittenAt message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.WrittenAt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.WrittenAt & passbook.v1.WrittenAt.$Shape} WrittenAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WrittenAt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.WrittenAt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.at = value;
                            else
                                delete message.at;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.before = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.before);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WrittenAt;
        })();

        v1.PropagationService = (function() {

            /**
             * Constructs a new PropagationService service.
             * @memberof passbook.v1
             * @classdesc Represents a PropagationService
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const PropagationService = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(PropagationService.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: PropagationService, writable: true, enumerable: false, configurable: true });

            /**
             * Callback as used by {@link passbook.v1.PropagationService#link}.
             * @memberof passbook.v1.PropagationService
             * @typedef LinkCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {passbook.v1.LinkResponse} [response] LinkResponse
             */

            /**
             * Calls Link.
             * @memberof passbook.v1.PropagationService
             * @typedef Link
             * @type {{
             *   (request: passbook.v1.ILinkRequest, callback: passbook.v1.PropagationService.LinkCallback): void;
             *   (request: passbook.v1.ILinkRequest): Promise<passbook.v1.LinkResponse>;
             *   readonly name: "Link";
             *   readonly path: "/passbook.v1.PropagationService/Link";
             *   readonly requestType: "LinkRequest";
             *   readonly responseType: "LinkResponse";
             *   readonly requestStream: true;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Link.
             * @name passbook.v1.PropagationService#link
             * @type {passbook.v1.PropagationService.Link}
             */
            $Object.defineProperties(PropagationService.prototype.link = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, PropagationService.prototype.link, $root.passbook.v1.LinkRequest, $root.passbook.v1.LinkResponse, request, callback);
            }, {
                name: { value: "Link" },
                path: { value: "/passbook.v1.PropagationService/Link" },
                requestType: { value: "LinkRequest" },
                responseType: { value: "LinkResponse" },
                requestStream: { value: true },
                responseStream: { value: true }
            });

            return PropagationService;
        })();

        v1.LinkRequest = (function() {

            /**
             * Properties of a LinkRequest.
             * @typedef {Object} passbook.v1.LinkRequest.$Properties
             * @property {Array.<passbook.v1.PeerMessage.$Properties>|null} [messages] LinkRequest messages
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkRequest.
             * @memberof passbook.v1
             * @interface ILinkRequest
             * @augments passbook.v1.LinkRequest.$Properties
             * @deprecated Use passbook.v1.LinkRequest.$Properties instead.
             */

            /**
             * Shape of a LinkRequest.
             * @typedef {{
             *   messages?: Array.<passbook.v1.PeerMessage.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} passbook.v1.LinkRequest.$Shape
             */

            /**
             * Constructs a new LinkRequest.
             * @memberof passbook.v1
             * @classdesc Represents a LinkRequest.
             * @constructor
             * @param {passbook.v1.LinkRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkRequest = function (properties) {
                this.messages = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkRequest messages.
             * @member {Array.<passbook.v1.PeerMessage.$Properties>} messages
             * @memberof passbook.v1.LinkRequest
             * @instance
             */
            LinkRequest.prototype.messages = $util.emptyArray;

            /**
             * Encodes the specified LinkRequest message. Does not implicitly {@link passbook.v1.LinkRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.LinkRequest
             * @static
             * @param {passbook.v1.LinkRequest.$Properties} message LinkRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && message.messages.length)
                    for (let i = 0; i < message.messages.length; ++i)
                        $root.passbook.v1.PeerMessage.encode(message.messages[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.LinkRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.LinkRequest & passbook.v1.LinkRequest.$Shape} LinkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.LinkRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.messages && message.messages.length))
                                message.messages = [];
                            message.messages.push($root.passbook.v1.PeerMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkRequest;
        })();

        v1.LinkResponse = (function() {

            /**
             * Properties of a LinkResponse.
             * @typedef {Object} passbook.v1.LinkResponse.$Properties
             * @property {Array.<passbook.v1.PeerMessage.$Properties>|null} [messages] LinkResponse messages
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkResponse.
             * @memberof passbook.v1
             * @interface ILinkResponse
             * @augments passbook.v1.LinkResponse.$Properties
             * @deprecated Use passbook.v1.LinkResponse.$Properties instead.
             */

            /**
             * Shape of a LinkResponse.
             * @typedef {{
             *   messages?: Array.<passbook.v1.PeerMessage.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} passbook.v1.LinkResponse.$Shape
             */

            /**
             * Constructs a new LinkResponse.
             * @memberof passbook.v1
             * @classdesc Represents a LinkResponse.
             * @constructor
             * @param {passbook.v1.LinkResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkResponse = function (properties) {
                this.messages = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkResponse messages.
             * @member {Array.<passbook.v1.PeerMessage.$Properties>} messages
             * @memberof passbook.v1.LinkResponse
             * @instance
             */
            LinkResponse.prototype.messages = $util.emptyArray;

            /**
             * Encodes the specified LinkResponse message. Does not implicitly {@link passbook.v1.LinkResponse.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.LinkResponse
             * @static
             * @param {passbook.v1.LinkResponse.$Properties} message LinkResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && message.messages.length)
                    for (let i = 0; i < message.messages.length; ++i)
                        $root.passbook.v1.PeerMessage.encode(message.messages[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkResponse message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.LinkResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.LinkResponse & passbook.v1.LinkResponse.$Shape} LinkResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.LinkResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.messages && message.messages.length))
                                message.messages = [];
                            message.messages.push($root.passbook.v1.PeerMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkResponse;
        })();

        v1.PeerMessage = (function() {

            /**
             * Properties of a PeerMessage.
             * @typedef {Object} passbook.v1.PeerMessage.$Properties
             * @property {passbook.v1.Hello.$Properties|null} [hello] PeerMessage hello
             * @property {passbook.v1.Writes.$Properties|null} [writes] PeerMessage writes
             * @property {passbook.v1.Progress.$Properties|null} [progress] PeerMessage progress
             * @property {passbook.v1.Fetch.$Properties|null} [fetch] PeerMessage fetch
             * @property {passbook.v1.AllowanceRequest.$Properties|null} [allowanceRequest] PeerMessage allowanceRequest
             * @property {passbook.v1.AllowanceReply.$Properties|null} [allowanceReply] PeerMessage allowanceReply
             * @property {passbook.v1.Claim.$Properties|null} [claim] PeerMessage claim
             * @property {passbook.v1.ClaimReply.$Properties|null} [claimReply] PeerMessage claimReply
             * @property {passbook.v1.FenceRequest.$Properties|null} [fenceRequest] PeerMessage fenceRequest
             * @property {passbook.v1.Dismissal.$Properties|null} [dismissal] PeerMessage dismissal
             * @property {"hello"|"writes"|"progress"|"fetch"|"allowanceRequest"|"allowanceReply"|"claim"|"claimReply"|"fenceRequest"|"dismissal"} [message] PeerMessage message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PeerMessage.
             * @memberof passbook.v1
             * @interface IPeerMessage
             * @augments passbook.v1.PeerMessage.$Properties
             * @deprecated Use passbook.v1.PeerMessage.$Properties instead.
             */

            /**
             * Narrowed shape of a PeerMessage.
             * @typedef {{
             *   hello?: passbook.v1.Hello.$Shape|null;
             *   writes?: passbook.v1.Writes.$Shape|null;
             *   progress?: passbook.v1.Progress.$Shape|null;
             *   fetch?: passbook.v1.Fetch.$Shape|null;
             *   allowanceRequest?: passbook.v1.AllowanceRequest.$Shape|null;
             *   allowanceReply?: passbook.v1.AllowanceReply.$Shape|null;
             *   claim?: passbook.v1.Claim.$Shape|null;
             *   claimReply?: passbook.v1.ClaimReply.$Shape|null;
             *   fenceRequest?: passbook.v1.FenceRequest.$Shape|null;
             *   dismissal?: passbook.v1.Dismissal.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ message?: undefined; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "hello"; hello: passbook.v1.Hello.$Shape; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "writes"; hello?: null; writes: passbook.v1.Writes.$Shape; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "progress"; hello?: null; writes?: null; progress: passbook.v1.Progress.$Shape; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "fetch"; hello?: null; writes?: null; progress?: null; fetch: passbook.v1.Fetch.$Shape; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "allowanceRequest"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest: passbook.v1.AllowanceRequest.$Shape; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "allowanceReply"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply: passbook.v1.AllowanceReply.$Shape; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "claim"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim: passbook.v1.Claim.$Shape; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "claimReply"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply: passbook.v1.ClaimReply.$Shape; fenceRequest?: null; dismissal?: null }|{ message?: "fenceRequest"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest: passbook.v1.FenceRequest.$Shape; dismissal?: null }|{ message?: "dismissal"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal: passbook.v1.Dismissal.$Shape })
             * )} passbook.v1.PeerMessage.$Shape
             */

            /**
             * Constructs a new PeerMessage.
             * @memberof passbook.v1
             * @classdesc Represents a PeerMessage.
             * @constructor
             * @param {passbook.v1.PeerMessage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PeerMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PeerMessage hello.
             * @member {passbook.v1.Hello.$Properties|null|undefined} hello
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.hello = null;

            /**
             * PeerMessage writes.
             * @member {passbook.v1.Writes.$Properties|null|undefined} writes
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.writes = null;

            /**
             * PeerMessage progress.
             * @member {passbook.v1.Progress.$Properties|null|undefined} progress
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.progress = null;

            /**
             * PeerMessage fetch.
             * @member {passbook.v1.Fetch.$Properties|null|undefined} fetch
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.fetch = null;

            /**
             * PeerMessage allowanceRequest.
             * @member {passbook.v1.AllowanceRequest.$Properties|null|undefined} allowanceRequest
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.allowanceRequest = null;

            /**
             * PeerMessage allowanceReply.
             * @member {passbook.v1.AllowanceReply.$Properties|null|undefined} allowanceReply
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.allowanceReply = null;

            /**
             * PeerMessage claim.
             * @member {passbook.v1.Claim.$Properties|null|undefined} claim
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.claim = null;

            /**
             * PeerMessage claimReply.
             * @member {passbook.v1.ClaimReply.$Properties|null|undefined} claimReply
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.claimReply = null;

            /**
             * PeerMessage fenceRequest.
             * @member {passbook.v1.FenceRequest.$Properties|null|undefined} fenceRequest
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.fenceRequest = null;

            /**
             * PeerMessage dismissal.
             * @member {passbook.v1.Dismissal.$Properties|null|undefined} dismissal
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            PeerMessage.prototype.dismissal = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PeerMessage message.
             * @member {"hello"|"writes"|"progress"|"fetch"|"allowanceRequest"|"allowanceReply"|"claim"|"claimReply"|"fenceRequest"|"dismissal"|undefined} message
             * @memberof passbook.v1.PeerMessage
             * @instance
             */
            $Object.defineProperty(PeerMessage.prototype, "message", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "writes", "progress", "fetch", "allowanceRequest", "allowanceReply", "claim", "claimReply", "fenceRequest", "dismissal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified PeerMessage message. Does not implicitly {@link passbook.v1.PeerMessage.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.PeerMessage
             * @static
             * @param {passbook.v1.PeerMessage.$Properties} message PeerMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PeerMessage.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.passbook.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.writes != null && $Object.hasOwnProperty.call(message, "writes"))
                    $root.passbook.v1.Writes.encode(message.writes, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.passbook.v1.Progress.encode(message.progress, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.fetch != null && $Object.hasOwnProperty.call(message, "fetch"))
                    $root.passbook.v1.Fetch.encode(message.fetch, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.allowanceRequest != null && $Object.hasOwnProperty.call(message, "allowanceRequest"))
                    $root.passbook.v1.AllowanceRequest.encode(message.allowanceRequest, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.allowanceReply != null && $Object.hasOwnProperty.call(message, "allowanceReply"))
                    $root.passbook.v1.AllowanceReply.encode(message.allowanceReply, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.claim != null && $Object.hasOwnProperty.call(message, "claim"))
                    $root.passbook.v1.Claim.encode(message.claim, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.claimReply != null && $Object.hasOwnProperty.call(message, "claimReply"))
                    $root.passbook.v1.ClaimReply.encode(message.claimReply, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.fenceRequest != null && $Object.hasOwnProperty.call(message, "fenceRequest"))
                    $root.passbook.v1.FenceRequest.encode(message.fenceRequest, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.dismissal != null && $Object.hasOwnProperty.call(message, "dismissal"))
                    $root.passbook.v1.Dismissal.encode(message.dismissal, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PeerMessage message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.PeerMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.PeerMessage & passbook.v1.PeerMessage.$Shape} PeerMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PeerMessage.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.PeerMessage();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.passbook.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.message = "hello";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.writes = $root.passbook.v1.Writes.decode(reader, reader.size(), $undefined, _depth + 1, message.writes);
                            message.message = "writes";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.passbook.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            message.message = "progress";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.fetch = $root.passbook.v1.Fetch.decode(reader, reader.size(), $undefined, _depth + 1, message.fetch);
                            message.message = "fetch";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.allowanceRequest = $root.passbook.v1.AllowanceRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.allowanceRequest);
                            message.message = "allowanceRequest";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.allowanceReply = $root.passbook.v1.AllowanceReply.decode(reader, reader.size(), $undefined, _depth + 1, message.allowanceReply);
                            message.message = "allowanceReply";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.claim = $root.passbook.v1.Claim.decode(reader, reader.size(), $undefined, _depth + 1, message.claim);
                            message.message = "claim";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.claimReply = $root.passbook.v1.ClaimReply.decode(reader, reader.size(), $undefined, _depth + 1, message.claimReply);
                            message.message = "claimReply";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.fenceRequest = $root.passbook.v1.FenceRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.fenceRequest);
                            message.message = "fenceRequest";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.dismissal = $root.passbook.v1.Dismissal.decode(reader, reader.size(), $undefined, _depth + 1, message.dismissal);
                            message.message = "dismissal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PeerMessage;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} passbook.v1.Hello.$Properties
             * @property {string|null} [bankId] Hello bankId
             * @property {passbook.v1.Origin.$Properties|null} [origin] Hello origin
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] Hello vector
             * @property {passbook.v1.VersionVector.$Properties|null} [received] Hello received
             * @property {boolean|null} [wantsAnswer] Hello wantsAnswer
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof passbook.v1
             * @interface IHello
             * @augments passbook.v1.Hello.$Properties
             * @deprecated Use passbook.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {passbook.v1.Hello.$Properties} passbook.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof passbook.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {passbook.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello bankId.
             * @member {string} bankId
             * @memberof passbook.v1.Hello
             * @instance
             */
            Hello.prototype.bankId = "";

            /**
             * Hello origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.Hello
             * @instance
             */
            Hello.prototype.origin = null;

            /**
             * Hello vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.Hello
             * @instance
             */
            Hello.prototype.vector = null;

            /**
             * Hello received.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} received
             * @memberof passbook.v1.Hello
             * @instance
             */
            Hello.prototype.received = null;

            /**
             * Hello wantsAnswer.
             * @member {boolean} wantsAnswer
             * @memberof passbook.v1.Hello
             * @instance
             */
            Hello.prototype.wantsAnswer = false;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link passbook.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Hello
             * @static
             * @param {passbook.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankId != null && $Object.hasOwnProperty.call(message, "bankId") && message.bankId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bankId);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.received != null && $Object.hasOwnProperty.call(message, "received"))
                    $root.passbook.v1.VersionVector.encode(message.received, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.wantsAnswer != null && $Object.hasOwnProperty.call(message, "wantsAnswer") && message.wantsAnswer !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.wantsAnswer);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Hello & passbook.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bankId = value;
                            else
                                delete message.bankId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.received = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.received);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.wantsAnswer = value;
                            else
                                delete message.wantsAnswer;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Writes = (function() {

            /**
             * Properties of a Writes.
             * @typedef {Object} passbook.v1.Writes.$Properties
             * @property {Array.<Uint8Array>|null} [batches] Writes batches
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Writes.
             * @memberof passbook.v1
             * @interface IWrites
             * @augments passbook.v1.Writes.$Properties
             * @deprecated Use passbook.v1.Writes.$Properties instead.
             */

            /**
             * Shape of a Writes.
             * @typedef {passbook.v1.Writes.$Properties} passbook.v1.Writes.$Shape
             */

            /**
             * Constructs a new Writes.
             * @memberof passbook.v1
             * @classdesc Represents a Writes.
             * @constructor
             * @param {passbook.v1.Writes.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Writes = function (properties) {
                this.batches = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Writes batches.
             * @member {Array.<Uint8Array>} batches
             * @memberof passbook.v1.Writes
             * @instance
             */
            Writes.prototype.batches = $util.emptyArray;

            /**
             * Encodes the specified Writes message. Does not implicitly {@link passbook.v1.Writes.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Writes
             * @static
             * @param {passbook.v1.Writes.$Properties} message Writes message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Writes.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.batches != null && message.batches.length)
                    for (let i = 0; i < message.batches.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.batches[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Writes message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Writes
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Writes & passbook.v1.Writes.$Shape} Writes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Writes.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Writes();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.batches && message.batches.length))
                                message.batches = [];
                            message.batches.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Writes;
        })();

        v1.Progress = (function() {

            /**
             * Properties of a Progress.
             * @typedef {Object} passbook.v1.Progress.$Properties
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] Progress vector
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Progress.
             * @memberof passbook.v1
             * @interface IProgress
             * @augments passbook.v1.Progress.$Properties
             * @deprecated Use passbook.v1.Progress.$Properties instead.
             */

            /**
             * Shape of a Progress.
             * @typedef {passbook.v1.Progress.$Properties} passbook.v1.Progress.$Shape
             */

            /**
             * Constructs a new Progress.
             * @memberof passbook.v1
             * @classdesc Represents a Progress.
             * @constructor
             * @param {passbook.v1.Progress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Progress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Progress vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.Progress
             * @instance
             */
            Progress.prototype.vector = null;

            /**
             * Encodes the specified Progress message. Does not implicitly {@link passbook.v1.Progress.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Progress
             * @static
             * @param {passbook.v1.Progress.$Properties} message Progress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Progress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Progress & passbook.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Progress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Progress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Progress;
        })();

        v1.Fetch = (function() {

            /**
             * Properties of a Fetch.
             * @typedef {Object} passbook.v1.Fetch.$Properties
             * @property {passbook.v1.Origin.$Properties|null} [origin] Fetch origin
             * @property {number|null} [first] Fetch first
             * @property {number|null} [last] Fetch last
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Fetch.
             * @memberof passbook.v1
             * @interface IFetch
             * @augments passbook.v1.Fetch.$Properties
             * @deprecated Use passbook.v1.Fetch.$Properties instead.
             */

            /**
             * Shape of a Fetch.
             * @typedef {passbook.v1.Fetch.$Properties} passbook.v1.Fetch.$Shape
             */

            /**
             * Constructs a new Fetch.
             * @memberof passbook.v1
             * @classdesc Represents a Fetch.
             * @constructor
             * @param {passbook.v1.Fetch.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Fetch = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Fetch origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.Fetch
             * @instance
             */
            Fetch.prototype.origin = null;

            /**
             * Fetch first.
             * @member {number} first
             * @memberof passbook.v1.Fetch
             * @instance
             */
            Fetch.prototype.first = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Fetch last.
             * @member {number} last
             * @memberof passbook.v1.Fetch
             * @instance
             */
            Fetch.prototype.last = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified Fetch message. Does not implicitly {@link passbook.v1.Fetch.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Fetch
             * @static
             * @param {passbook.v1.Fetch.$Properties} message Fetch message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Fetch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.first != null && $Object.hasOwnProperty.call(message, "first") && (typeof message.first === "object" ? message.first.low || message.first.high : message.first !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.first);
                if (message.last != null && $Object.hasOwnProperty.call(message, "last") && (typeof message.last === "object" ? message.last.low || message.last.high : message.last !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.last);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Fetch message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Fetch
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Fetch & passbook.v1.Fetch.$Shape} Fetch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Fetch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Fetch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.first = value;
                            else
                                delete message.first;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.last = value;
                            else
                                delete message.last;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Fetch;
        })();

        v1.AllowanceRequest = (function() {

            /**
             * Properties of an AllowanceRequest.
             * @typedef {Object} passbook.v1.AllowanceRequest.$Properties
             * @property {number|null} [round] AllowanceRequest round
             * @property {passbook.v1.AccountId.$Properties|null} [account] AllowanceRequest account
             * @property {string|null} [wantedMinor] AllowanceRequest wantedMinor
             * @property {number|null} [amountMinor] AllowanceRequest amountMinor
             * @property {string|null} [tieBreaker] AllowanceRequest tieBreaker
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] AllowanceRequest vector
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AllowanceRequest.
             * @memberof passbook.v1
             * @interface IAllowanceRequest
             * @augments passbook.v1.AllowanceRequest.$Properties
             * @deprecated Use passbook.v1.AllowanceRequest.$Properties instead.
             */

            /**
             * Shape of an AllowanceRequest.
             * @typedef {passbook.v1.AllowanceRequest.$Properties} passbook.v1.AllowanceRequest.$Shape
             */

            /**
             * Constructs a new AllowanceRequest.
             * @memberof passbook.v1
             * @classdesc Represents an AllowanceRequest.
             * @constructor
             * @param {passbook.v1.AllowanceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AllowanceRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AllowanceRequest round.
             * @member {number} round
             * @memberof passbook.v1.AllowanceRequest
             * @instance
             */
            AllowanceRequest.prototype.round = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * AllowanceRequest account.
             * @member {passbook.v1.AccountId.$Properties|null|undefined} account
             * @memberof passbook.v1.AllowanceRequest
             * @instance
             */
            AllowanceRequest.prototype.account = null;

            /**
             * AllowanceRequest wantedMinor.
             * @member {string} wantedMinor
             * @memberof passbook.v1.AllowanceRequest
             * @instance
             */
            AllowanceRequest.prototype.wantedMinor = "";

            /**
             * AllowanceRequest amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.AllowanceRequest
             * @instance
             */
            AllowanceRequest.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * AllowanceRequest tieBreaker.
             * @member {string} tieBreaker
             * @memberof passbook.v1.AllowanceRequest
             * @instance
             */
            AllowanceRequest.prototype.tieBreaker = "";

            /**
             * AllowanceRequest vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.AllowanceRequest
             * @instance
             */
            AllowanceRequest.prototype.vector = null;

            /**
             * Encodes the specified AllowanceRequest message. Does not implicitly {@link passbook.v1.AllowanceRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.AllowanceRequest
             * @static
             * @param {passbook.v1.AllowanceRequest.$Properties} message AllowanceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AllowanceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && (typeof message.round === "object" ? message.round.low || message.round.high : message.round !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.round);
                if (message.account != null && $Object.hasOwnProperty.call(message, "account"))
                    $root.passbook.v1.AccountId.encode(message.account, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.wantedMinor != null && $Object.hasOwnProperty.call(message, "wantedMinor") && message.wantedMinor !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.wantedMinor);
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.amountMinor);
                if (message.tieBreaker != null && $Object.hasOwnProperty.call(message, "tieBreaker") && message.tieBreaker !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.tieBreaker);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AllowanceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.AllowanceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.AllowanceRequest & passbook.v1.AllowanceRequest.$Shape} AllowanceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AllowanceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.AllowanceRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.account = $root.passbook.v1.AccountId.decode(reader, reader.size(), $undefined, _depth + 1, message.account);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.wantedMinor = value;
                            else
                                delete message.wantedMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tieBreaker = value;
                            else
                                delete message.tieBreaker;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AllowanceRequest;
        })();

        v1.AllowanceReply = (function() {

            /**
             * Properties of an AllowanceReply.
             * @typedef {Object} passbook.v1.AllowanceReply.$Properties
             * @property {number|null} [round] AllowanceReply round
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] AllowanceReply vector
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AllowanceReply.
             * @memberof passbook.v1
             * @interface IAllowanceReply
             * @augments passbook.v1.AllowanceReply.$Properties
             * @deprecated Use passbook.v1.AllowanceReply.$Properties instead.
             */

            /**
             * Shape of an AllowanceReply.
             * @typedef {passbook.v1.AllowanceReply.$Properties} passbook.v1.AllowanceReply.$Shape
             */

            /**
             * Constructs a new AllowanceReply.
             * @memberof passbook.v1
             * @classdesc Represents an AllowanceReply.
             * @constructor
             * @param {passbook.v1.AllowanceReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AllowanceReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AllowanceReply round.
             * @member {number} round
             * @memberof passbook.v1.AllowanceReply
             * @instance
             */
            AllowanceReply.prototype.round = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * AllowanceReply vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.AllowanceReply
             * @instance
             */
            AllowanceReply.prototype.vector = null;

            /**
             * Encodes the specified AllowanceReply message. Does not implicitly {@link passbook.v1.AllowanceReply.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.AllowanceReply
             * @static
             * @param {passbook.v1.AllowanceReply.$Properties} message AllowanceReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AllowanceReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.round != null && $Object.hasOwnProperty.call(message, "round") && (typeof message.round === "object" ? message.round.low || message.round.high : message.round !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.round);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AllowanceReply message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.AllowanceReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.AllowanceReply & passbook.v1.AllowanceReply.$Shape} AllowanceReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AllowanceReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.AllowanceReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.round = value;
                            else
                                delete message.round;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AllowanceReply;
        })();

        v1.Claim = (function() {

            /**
             * Properties of a Claim.
             * @typedef {Object} passbook.v1.Claim.$Properties
             * @property {passbook.v1.WriteSession.$Properties|null} [session] Claim session
             * @property {number|null} [counter] Claim counter
             * @property {passbook.v1.WriteId.$Properties|null} [by] Claim by
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Claim.
             * @memberof passbook.v1
             * @interface IClaim
             * @augments passbook.v1.Claim.$Properties
             * @deprecated Use passbook.v1.Claim.$Properties instead.
             */

            /**
             * Shape of a Claim.
             * @typedef {passbook.v1.Claim.$Properties} passbook.v1.Claim.$Shape
             */

            /**
             * Constructs a new Claim.
             * @memberof passbook.v1
             * @classdesc Represents a Claim.
             * @constructor
             * @param {passbook.v1.Claim.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Claim = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Claim session.
             * @member {passbook.v1.WriteSession.$Properties|null|undefined} session
             * @memberof passbook.v1.Claim
             * @instance
             */
            Claim.prototype.session = null;

            /**
             * Claim counter.
             * @member {number} counter
             * @memberof passbook.v1.Claim
             * @instance
             */
            Claim.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Claim by.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} by
             * @memberof passbook.v1.Claim
             * @instance
             */
            Claim.prototype.by = null;

            /**
             * Encodes the specified Claim message. Does not implicitly {@link passbook.v1.Claim.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Claim
             * @static
             * @param {passbook.v1.Claim.$Properties} message Claim message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Claim.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    $root.passbook.v1.WriteSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.counter);
                if (message.by != null && $Object.hasOwnProperty.call(message, "by"))
                    $root.passbook.v1.WriteId.encode(message.by, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Claim message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Claim
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Claim & passbook.v1.Claim.$Shape} Claim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Claim.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Claim();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.session = $root.passbook.v1.WriteSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.by = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.by);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Claim;
        })();

        v1.ClaimReply = (function() {

            /**
             * Properties of a ClaimReply.
             * @typedef {Object} passbook.v1.ClaimReply.$Properties
             * @property {passbook.v1.WriteSession.$Properties|null} [session] ClaimReply session
             * @property {number|null} [counter] ClaimReply counter
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] ClaimReply writeId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClaimReply.
             * @memberof passbook.v1
             * @interface IClaimReply
             * @augments passbook.v1.ClaimReply.$Properties
             * @deprecated Use passbook.v1.ClaimReply.$Properties instead.
             */

            /**
             * Shape of a ClaimReply.
             * @typedef {passbook.v1.ClaimReply.$Properties} passbook.v1.ClaimReply.$Shape
             */

            /**
             * Constructs a new ClaimReply.
             * @memberof passbook.v1
             * @classdesc Represents a ClaimReply.
             * @constructor
             * @param {passbook.v1.ClaimReply.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClaimReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClaimReply session.
             * @member {passbook.v1.WriteSession.$Properties|null|undefined} session
             * @memberof passbook.v1.ClaimReply
             * @instance
             */
            ClaimReply.prototype.session = null;

            /**
             * ClaimReply counter.
             * @member {number} counter
             * @memberof passbook.v1.ClaimReply
             * @instance
             */
            ClaimReply.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ClaimReply writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.ClaimReply
             * @instance
             */
            ClaimReply.prototype.writeId = null;

            /**
             * Encodes the specified ClaimReply message. Does not implicitly {@link passbook.v1.ClaimReply.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.ClaimReply
             * @static
             * @param {passbook.v1.ClaimReply.$Properties} message ClaimReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClaimReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    $root.passbook.v1.WriteSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.counter);
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClaimReply message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.ClaimReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.ClaimReply & passbook.v1.ClaimReply.$Shape} ClaimReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClaimReply.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.ClaimReply();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.session = $root.passbook.v1.WriteSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ClaimReply;
        })();

        v1.FenceRequest = (function() {

            /**
             * Properties of a FenceRequest.
             * @typedef {Object} passbook.v1.FenceRequest.$Properties
             * @property {number|null} [branch] FenceRequest branch
             * @property {passbook.v1.Origin.$Properties|null} [successor] FenceRequest successor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a FenceRequest.
             * @memberof passbook.v1
             * @interface IFenceRequest
             * @augments passbook.v1.FenceRequest.$Properties
             * @deprecated Use passbook.v1.FenceRequest.$Properties instead.
             */

            /**
             * Shape of a FenceRequest.
             * @typedef {passbook.v1.FenceRequest.$Properties} passbook.v1.FenceRequest.$Shape
             */

            /**
             * Constructs a new FenceRequest.
             * @memberof passbook.v1
             * @classdesc Represents a FenceRequest.
             * @constructor
             * @param {passbook.v1.FenceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const FenceRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * FenceRequest branch.
             * @member {number} branch
             * @memberof passbook.v1.FenceRequest
             * @instance
             */
            FenceRequest.prototype.branch = 0;

            /**
             * FenceRequest successor.
             * @member {passbook.v1.Origin.$Properties|null|undefined} successor
             * @memberof passbook.v1.FenceRequest
             * @instance
             */
            FenceRequest.prototype.successor = null;

            /**
             * Encodes the specified FenceRequest message. Does not implicitly {@link passbook.v1.FenceRequest.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.FenceRequest
             * @static
             * @param {passbook.v1.FenceRequest.$Properties} message FenceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FenceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.successor != null && $Object.hasOwnProperty.call(message, "successor"))
                    $root.passbook.v1.Origin.encode(message.successor, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a FenceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.FenceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.FenceRequest & passbook.v1.FenceRequest.$Shape} FenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FenceRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.FenceRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.successor = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.successor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FenceRequest;
        })();

        v1.Dismissal = (function() {

            /**
             * Properties of a Dismissal.
             * @typedef {Object} passbook.v1.Dismissal.$Properties
             * @property {passbook.v1.Origin.$Properties|null} [origin] Dismissal origin
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Dismissal.
             * @memberof passbook.v1
             * @interface IDismissal
             * @augments passbook.v1.Dismissal.$Properties
             * @deprecated Use passbook.v1.Dismissal.$Properties instead.
             */

            /**
             * Shape of a Dismissal.
             * @typedef {passbook.v1.Dismissal.$Properties} passbook.v1.Dismissal.$Shape
             */

            /**
             * Constructs a new Dismissal.
             * @memberof passbook.v1
             * @classdesc Represents a Dismissal.
             * @constructor
             * @param {passbook.v1.Dismissal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Dismissal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Dismissal origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.Dismissal
             * @instance
             */
            Dismissal.prototype.origin = null;

            /**
             * Encodes the specified Dismissal message. Does not implicitly {@link passbook.v1.Dismissal.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Dismissal
             * @static
             * @param {passbook.v1.Dismissal.$Properties} message Dismissal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Dismissal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Dismissal message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Dismissal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Dismissal & passbook.v1.Dismissal.$Shape} Dismissal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Dismissal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Dismissal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Dismissal;
        })();

        v1.AccountId = (function() {

            /**
             * Properties of an AccountId.
             * @typedef {Object} passbook.v1.AccountId.$Properties
             * @property {number|null} [branch] AccountId branch
             * @property {number|null} [nonce] AccountId nonce
             * @property {number|null} [sequence] AccountId sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AccountId.
             * @memberof passbook.v1
             * @interface IAccountId
             * @augments passbook.v1.AccountId.$Properties
             * @deprecated Use passbook.v1.AccountId.$Properties instead.
             */

            /**
             * Shape of an AccountId.
             * @typedef {passbook.v1.AccountId.$Properties} passbook.v1.AccountId.$Shape
             */

            /**
             * Constructs a new AccountId.
             * @memberof passbook.v1
             * @classdesc Represents an AccountId.
             * @constructor
             * @param {passbook.v1.AccountId.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AccountId = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AccountId branch.
             * @member {number} branch
             * @memberof passbook.v1.AccountId
             * @instance
             */
            AccountId.prototype.branch = 0;

            /**
             * AccountId nonce.
             * @member {number} nonce
             * @memberof passbook.v1.AccountId
             * @instance
             */
            AccountId.prototype.nonce = 0;

            /**
             * AccountId sequence.
             * @member {number} sequence
             * @memberof passbook.v1.AccountId
             * @instance
             */
            AccountId.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified AccountId message. Does not implicitly {@link passbook.v1.AccountId.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.AccountId
             * @static
             * @param {passbook.v1.AccountId.$Properties} message AccountId message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AccountId.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.nonce);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AccountId message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.AccountId
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.AccountId & passbook.v1.AccountId.$Shape} AccountId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AccountId.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.AccountId();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AccountId;
        })();

        v1.WriteBatch = (function() {

            /**
             * Properties of a WriteBatch.
             * @typedef {Object} passbook.v1.WriteBatch.$Properties
             * @property {passbook.v1.Origin.$Properties|null} [origin] WriteBatch origin
             * @property {number|null} [first] WriteBatch first
             * @property {Array.<passbook.v1.WriteKind>|null} [kinds] WriteBatch kinds
             * @property {Array.<number>|null} [accountIndices] WriteBatch accountIndices
             * @property {Array.<passbook.v1.AccountId.$Properties>|null} [accounts] WriteBatch accounts
             * @property {Array.<number>|null} [amountsMinor] WriteBatch amountsMinor
             * @property {Array.<number>|null} [sessionIndices] WriteBatch sessionIndices
             * @property {Array.<passbook.v1.WriteSession.$Properties>|null} [sessions] WriteBatch sessions
             * @property {Array.<number>|null} [counters] WriteBatch counters
             * @property {Array.<number>|null} [counterparts] WriteBatch counterparts
             * @property {Array.<string>|null} [labels] WriteBatch labels
             * @property {Array.<passbook.v1.Origin.$Properties>|null} [origins] WriteBatch origins
             * @property {Array.<number>|null} [dependencyAt] WriteBatch dependencyAt
             * @property {Array.<number>|null} [dependencyOrigin] WriteBatch dependencyOrigin
             * @property {Array.<number>|null} [dependencySequence] WriteBatch dependencySequence
             * @property {Uint8Array|null} [previousDigest] WriteBatch previousDigest
             * @property {number|null} [followed] WriteBatch followed
             * @property {Array.<number>|null} [dependencyGrowth] WriteBatch dependencyGrowth
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteBatch.
             * @memberof passbook.v1
             * @interface IWriteBatch
             * @augments passbook.v1.WriteBatch.$Properties
             * @deprecated Use passbook.v1.WriteBatch.$Properties instead.
             */

            /**
             * Shape of a WriteBatch.
             * @typedef {passbook.v1.WriteBatch.$Properties} passbook.v1.WriteBatch.$Shape
             */

            /**
             * Constructs a new WriteBatch.
             * @memberof passbook.v1
             * @classdesc Represents a WriteBatch.
             * @constructor
             * @param {passbook.v1.WriteBatch.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteBatch = function (properties) {
                this.kinds = [];
                this.accountIndices = [];
                this.accounts = [];
                this.amountsMinor = [];
                this.sessionIndices = [];
                this.sessions = [];
                this.counters = [];
                this.counterparts = [];
                this.labels = [];
                this.origins = [];
                this.dependencyAt = [];
                this.dependencyOrigin = [];
                this.dependencySequence = [];
                this.dependencyGrowth = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteBatch origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.origin = null;

            /**
             * WriteBatch first.
             * @member {number} first
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.first = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WriteBatch kinds.
             * @member {Array.<passbook.v1.WriteKind>} kinds
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.kinds = $util.emptyArray;

            /**
             * WriteBatch accountIndices.
             * @member {Array.<number>} accountIndices
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.accountIndices = $util.emptyArray;

            /**
             * WriteBatch accounts.
             * @member {Array.<passbook.v1.AccountId.$Properties>} accounts
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.accounts = $util.emptyArray;

            /**
             * WriteBatch amountsMinor.
             * @member {Array.<number>} amountsMinor
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.amountsMinor = $util.emptyArray;

            /**
             * WriteBatch sessionIndices.
             * @member {Array.<number>} sessionIndices
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.sessionIndices = $util.emptyArray;

            /**
             * WriteBatch sessions.
             * @member {Array.<passbook.v1.WriteSession.$Properties>} sessions
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.sessions = $util.emptyArray;

            /**
             * WriteBatch counters.
             * @member {Array.<number>} counters
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.counters = $util.emptyArray;

            /**
             * WriteBatch counterparts.
             * @member {Array.<number>} counterparts
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.counterparts = $util.emptyArray;

            /**
             * WriteBatch labels.
             * @member {Array.<string>} labels
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.labels = $util.emptyArray;

            /**
             * WriteBatch origins.
             * @member {Array.<passbook.v1.Origin.$Properties>} origins
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.origins = $util.emptyArray;

            /**
             * WriteBatch dependencyAt.
             * @member {Array.<number>} dependencyAt
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.dependencyAt = $util.emptyArray;

            /**
             * WriteBatch dependencyOrigin.
             * @member {Array.<number>} dependencyOrigin
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.dependencyOrigin = $util.emptyArray;

            /**
             * WriteBatch dependencySequence.
             * @member {Array.<number>} dependencySequence
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.dependencySequence = $util.emptyArray;

            /**
             * WriteBatch previousDigest.
             * @member {Uint8Array} previousDigest
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.previousDigest = $util.newBuffer([]);

            /**
             * WriteBatch followed.
             * @member {number} followed
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.followed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WriteBatch dependencyGrowth.
             * @member {Array.<number>} dependencyGrowth
             * @memberof passbook.v1.WriteBatch
             * @instance
             */
            WriteBatch.prototype.dependencyGrowth = $util.emptyArray;

            /**
             * Encodes the specified WriteBatch message. Does not implicitly {@link passbook.v1.WriteBatch.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.WriteBatch
             * @static
             * @param {passbook.v1.WriteBatch.$Properties} message WriteBatch message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteBatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.first != null && $Object.hasOwnProperty.call(message, "first") && (typeof message.first === "object" ? message.first.low || message.first.high : message.first !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.first);
                if (message.kinds != null && message.kinds.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).int32s(message.kinds);
                if (message.accountIndices != null && message.accountIndices.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.accountIndices);
                if (message.accounts != null && message.accounts.length)
                    for (let i = 0; i < message.accounts.length; ++i)
                        $root.passbook.v1.AccountId.encode(message.accounts[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.amountsMinor != null && message.amountsMinor.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).uint64s(message.amountsMinor);
                if (message.sessionIndices != null && message.sessionIndices.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).uint32s(message.sessionIndices);
                if (message.sessions != null && message.sessions.length)
                    for (let i = 0; i < message.sessions.length; ++i)
                        $root.passbook.v1.WriteSession.encode(message.sessions[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.counters != null && message.counters.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).uint64s(message.counters);
                if (message.counterparts != null && message.counterparts.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).uint32s(message.counterparts);
                if (message.labels != null && message.labels.length)
                    for (let i = 0; i < message.labels.length; ++i)
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.labels[i]);
                if (message.origins != null && message.origins.length)
                    for (let i = 0; i < message.origins.length; ++i)
                        $root.passbook.v1.Origin.encode(message.origins[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.dependencyAt != null && message.dependencyAt.length)
                    writer.uint32(/* id 13, wireType 2 =*/106).uint32s(message.dependencyAt);
                if (message.dependencyOrigin != null && message.dependencyOrigin.length)
                    writer.uint32(/* id 14, wireType 2 =*/114).uint32s(message.dependencyOrigin);
                if (message.dependencySequence != null && message.dependencySequence.length)
                    writer.uint32(/* id 15, wireType 2 =*/122).uint64s(message.dependencySequence);
                if (message.previousDigest != null && $Object.hasOwnProperty.call(message, "previousDigest") && message.previousDigest.length)
                    writer.uint32(/* id 16, wireType 2 =*/130).bytes(message.previousDigest);
                if (message.followed != null && $Object.hasOwnProperty.call(message, "followed") && (typeof message.followed === "object" ? message.followed.low || message.followed.high : message.followed !== 0))
                    writer.uint32(/* id 17, wireType 0 =*/136).uint64(message.followed);
                if (message.dependencyGrowth != null && message.dependencyGrowth.length)
                    writer.uint32(/* id 18, wireType 2 =*/146).uint64s(message.dependencyGrowth);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteBatch message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.WriteBatch
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.WriteBatch & passbook.v1.WriteBatch.$Shape} WriteBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WriteBatch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.WriteBatch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.first = value;
                            else
                                delete message.first;
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.kinds && message.kinds.length))
                                    message.kinds = [];
                                reader.int32s(message.kinds);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.kinds && message.kinds.length))
                                message.kinds = [];
                            message.kinds.push(reader.int32());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.accountIndices && message.accountIndices.length))
                                    message.accountIndices = [];
                                reader.uint32s(message.accountIndices);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.accountIndices && message.accountIndices.length))
                                message.accountIndices = [];
                            message.accountIndices.push(reader.uint32());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accounts && message.accounts.length))
                                message.accounts = [];
                            message.accounts.push($root.passbook.v1.AccountId.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.amountsMinor && message.amountsMinor.length))
                                    message.amountsMinor = [];
                                reader.uint64s(message.amountsMinor);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.amountsMinor && message.amountsMinor.length))
                                message.amountsMinor = [];
                            message.amountsMinor.push(reader.uint64());
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.sessionIndices && message.sessionIndices.length))
                                    message.sessionIndices = [];
                                reader.uint32s(message.sessionIndices);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.sessionIndices && message.sessionIndices.length))
                                message.sessionIndices = [];
                            message.sessionIndices.push(reader.uint32());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sessions && message.sessions.length))
                                message.sessions = [];
                            message.sessions.push($root.passbook.v1.WriteSession.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.counters && message.counters.length))
                                    message.counters = [];
                                reader.uint64s(message.counters);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.counters && message.counters.length))
                                message.counters = [];
                            message.counters.push(reader.uint64());
                            continue;
                        }
                    case 10: {
                            if (wireType === 2) {
                                if (!(message.counterparts && message.counterparts.length))
                                    message.counterparts = [];
                                reader.uint32s(message.counterparts);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.counterparts && message.counterparts.length))
                                message.counterparts = [];
                            message.counterparts.push(reader.uint32());
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.labels && message.labels.length))
                                message.labels = [];
                            message.labels.push(reader.stringVerify());
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.origins && message.origins.length))
                                message.origins = [];
                            message.origins.push($root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 13: {
                            if (wireType === 2) {
                                if (!(message.dependencyAt && message.dependencyAt.length))
                                    message.dependencyAt = [];
                                reader.uint32s(message.dependencyAt);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.dependencyAt && message.dependencyAt.length))
                                message.dependencyAt = [];
                            message.dependencyAt.push(reader.uint32());
                            continue;
                        }
                    case 14: {
                            if (wireType === 2) {
                                if (!(message.dependencyOrigin && message.dependencyOrigin.length))
                                    message.dependencyOrigin = [];
                                reader.uint32s(message.dependencyOrigin);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.dependencyOrigin && message.dependencyOrigin.length))
                                message.dependencyOrigin = [];
                            message.dependencyOrigin.push(reader.uint32());
                            continue;
                        }
                    case 15: {
                            if (wireType === 2) {
                                if (!(message.dependencySequence && message.dependencySequence.length))
                                    message.dependencySequence = [];
                                reader.uint64s(message.dependencySequence);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.dependencySequence && message.dependencySequence.length))
                                message.dependencySequence = [];
                            message.dependencySequence.push(reader.uint64());
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.previousDigest = value;
                            else
                                delete message.previousDigest;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.followed = value;
                            else
                                delete message.followed;
                            continue;
                        }
                    case 18: {
                            if (wireType === 2) {
                                if (!(message.dependencyGrowth && message.dependencyGrowth.length))
                                    message.dependencyGrowth = [];
                                reader.uint64s(message.dependencyGrowth);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.dependencyGrowth && message.dependencyGrowth.length))
                                message.dependencyGrowth = [];
                            message.dependencyGrowth.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WriteBatch;
        })();

        v1.PageToken = (function() {

            /**
             * Properties of a PageToken.
             * @typedef {Object} passbook.v1.PageToken.$Properties
             * @property {string|null} [account] PageToken account
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] PageToken vector
             * @property {passbook.v1.VersionVector.$Properties|null} [broughtForward] PageToken broughtForward
             * @property {number|null} [rank] PageToken rank
             * @property {passbook.v1.WriteId.$Properties|null} [last] PageToken last
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PageToken.
             * @memberof passbook.v1
             * @interface IPageToken
             * @augments passbook.v1.PageToken.$Properties
             * @deprecated Use passbook.v1.PageToken.$Properties instead.
             */

            /**
             * Shape of a PageToken.
             * @typedef {passbook.v1.PageToken.$Properties} passbook.v1.PageToken.$Shape
             */

            /**
             * Constructs a new PageToken.
             * @memberof passbook.v1
             * @classdesc Represents a PageToken.
             * @constructor
             * @param {passbook.v1.PageToken.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PageToken = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PageToken account.
             * @member {string} account
             * @memberof passbook.v1.PageToken
             * @instance
             */
            PageToken.prototype.account = "";

            /**
             * PageToken vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.PageToken
             * @instance
             */
            PageToken.prototype.vector = null;

            /**
             * PageToken broughtForward.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} broughtForward
             * @memberof passbook.v1.PageToken
             * @instance
             */
            PageToken.prototype.broughtForward = null;

            /**
             * PageToken rank.
             * @member {number} rank
             * @memberof passbook.v1.PageToken
             * @instance
             */
            PageToken.prototype.rank = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * PageToken last.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} last
             * @memberof passbook.v1.PageToken
             * @instance
             */
            PageToken.prototype.last = null;

            /**
             * Encodes the specified PageToken message. Does not implicitly {@link passbook.v1.PageToken.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.PageToken
             * @static
             * @param {passbook.v1.PageToken.$Properties} message PageToken message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PageToken.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.account);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.broughtForward != null && $Object.hasOwnProperty.call(message, "broughtForward"))
                    $root.passbook.v1.VersionVector.encode(message.broughtForward, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.rank != null && $Object.hasOwnProperty.call(message, "rank") && (typeof message.rank === "object" ? message.rank.low || message.rank.high : message.rank !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.rank);
                if (message.last != null && $Object.hasOwnProperty.call(message, "last"))
                    $root.passbook.v1.WriteId.encode(message.last, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PageToken message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.PageToken
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.PageToken & passbook.v1.PageToken.$Shape} PageToken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PageToken.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.PageToken();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.account = value;
                            else
                                delete message.account;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.broughtForward = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.broughtForward);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.rank = value;
                            else
                                delete message.rank;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.last = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.last);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PageToken;
        })();

        v1.WriteSession = (function() {

            /**
             * Properties of a WriteSession.
             * @typedef {Object} passbook.v1.WriteSession.$Properties
             * @property {string|null} [customer] WriteSession customer
             * @property {number|null} [session] WriteSession session
             * @property {number|null} [settledBelow] WriteSession settledBelow
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WriteSession.
             * @memberof passbook.v1
             * @interface IWriteSession
             * @augments passbook.v1.WriteSession.$Properties
             * @deprecated Use passbook.v1.WriteSession.$Properties instead.
             */

            /**
             * Shape of a WriteSession.
             * @typedef {passbook.v1.WriteSession.$Properties} passbook.v1.WriteSession.$Shape
             */

            /**
             * Constructs a new WriteSession.
             * @memberof passbook.v1
             * @classdesc Represents a WriteSession.
             * @constructor
             * @param {passbook.v1.WriteSession.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WriteSession = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WriteSession customer.
             * @member {string} customer
             * @memberof passbook.v1.WriteSession
             * @instance
             */
            WriteSession.prototype.customer = "";

            /**
             * WriteSession session.
             * @member {number} session
             * @memberof passbook.v1.WriteSession
             * @instance
             */
            WriteSession.prototype.session = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WriteSession settledBelow.
             * @member {number} settledBelow
             * @memberof passbook.v1.WriteSession
             * @instance
             */
            WriteSession.prototype.settledBelow = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified WriteSession message. Does not implicitly {@link passbook.v1.WriteSession.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.WriteSession
             * @static
             * @param {passbook.v1.WriteSession.$Properties} message WriteSession message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WriteSession.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.customer != null && $Object.hasOwnProperty.call(message, "customer") && message.customer !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.customer);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && (typeof message.session === "object" ? message.session.low || message.session.high : message.session !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.session);
                if (message.settledBelow != null && $Object.hasOwnProperty.call(message, "settledBelow") && (typeof message.settledBelow === "object" ? message.settledBelow.low || message.settledBelow.high : message.settledBelow !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.settledBelow);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WriteSession message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.WriteSession
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.WriteSession & passbook.v1.WriteSession.$Shape} WriteSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WriteSession.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.WriteSession();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.customer = value;
                            else
                                delete message.customer;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.settledBelow = value;
                            else
                                delete message.settledBelow;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WriteSession;
        })();

        v1.Snapshot = (function() {

            /**
             * Properties of a Snapshot.
             * @typedef {Object} passbook.v1.Snapshot.$Properties
             * @property {string|null} [bankId] Snapshot bankId
             * @property {passbook.v1.VersionVector.$Properties|null} [vector] Snapshot vector
             * @property {Array.<passbook.v1.AccountSnapshot.$Properties>|null} [accounts] Snapshot accounts
             * @property {Array.<passbook.v1.OriginSnapshot.$Properties>|null} [origins] Snapshot origins
             * @property {Array.<passbook.v1.SessionSnapshot.$Properties>|null} [sessions] Snapshot sessions
             * @property {Array.<Uint8Array>|null} [pending] Snapshot pending
             * @property {number|null} [count] Snapshot count
             * @property {Array.<passbook.v1.GrantSnapshot.$Properties>|null} [grants] Snapshot grants
             * @property {Array.<passbook.v1.Joined.$Properties>|null} [joined] Snapshot joined
             * @property {Array.<passbook.v1.Fence.$Properties>|null} [fences] Snapshot fences
             * @property {Array.<passbook.v1.Seal.$Properties>|null} [seals] Snapshot seals
             * @property {Array.<Uint8Array>|null} [log] Snapshot log
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Snapshot.
             * @memberof passbook.v1
             * @interface ISnapshot
             * @augments passbook.v1.Snapshot.$Properties
             * @deprecated Use passbook.v1.Snapshot.$Properties instead.
             */

            /**
             * Shape of a Snapshot.
             * @typedef {passbook.v1.Snapshot.$Properties} passbook.v1.Snapshot.$Shape
             */

            /**
             * Constructs a new Snapshot.
             * @memberof passbook.v1
             * @classdesc Represents a Snapshot.
             * @constructor
             * @param {passbook.v1.Snapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Snapshot = function (properties) {
                this.accounts = [];
                this.origins = [];
                this.sessions = [];
                this.pending = [];
                this.grants = [];
                this.joined = [];
                this.fences = [];
                this.seals = [];
                this.log = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Snapshot bankId.
             * @member {string} bankId
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.bankId = "";

            /**
             * Snapshot vector.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} vector
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.vector = null;

            /**
             * Snapshot accounts.
             * @member {Array.<passbook.v1.AccountSnapshot.$Properties>} accounts
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.accounts = $util.emptyArray;

            /**
             * Snapshot origins.
             * @member {Array.<passbook.v1.OriginSnapshot.$Properties>} origins
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.origins = $util.emptyArray;

            /**
             * Snapshot sessions.
             * @member {Array.<passbook.v1.SessionSnapshot.$Properties>} sessions
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.sessions = $util.emptyArray;

            /**
             * Snapshot pending.
             * @member {Array.<Uint8Array>} pending
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.pending = $util.emptyArray;

            /**
             * Snapshot count.
             * @member {number} count
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Snapshot grants.
             * @member {Array.<passbook.v1.GrantSnapshot.$Properties>} grants
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.grants = $util.emptyArray;

            /**
             * Snapshot joined.
             * @member {Array.<passbook.v1.Joined.$Properties>} joined
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.joined = $util.emptyArray;

            /**
             * Snapshot fences.
             * @member {Array.<passbook.v1.Fence.$Properties>} fences
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.fences = $util.emptyArray;

            /**
             * Snapshot seals.
             * @member {Array.<passbook.v1.Seal.$Properties>} seals
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.seals = $util.emptyArray;

            /**
             * Snapshot log.
             * @member {Array.<Uint8Array>} log
             * @memberof passbook.v1.Snapshot
             * @instance
             */
            Snapshot.prototype.log = $util.emptyArray;

            /**
             * Encodes the specified Snapshot message. Does not implicitly {@link passbook.v1.Snapshot.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Snapshot
             * @static
             * @param {passbook.v1.Snapshot.$Properties} message Snapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Snapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bankId != null && $Object.hasOwnProperty.call(message, "bankId") && message.bankId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.bankId);
                if (message.vector != null && $Object.hasOwnProperty.call(message, "vector"))
                    $root.passbook.v1.VersionVector.encode(message.vector, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.accounts != null && message.accounts.length)
                    for (let i = 0; i < message.accounts.length; ++i)
                        $root.passbook.v1.AccountSnapshot.encode(message.accounts[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.origins != null && message.origins.length)
                    for (let i = 0; i < message.origins.length; ++i)
                        $root.passbook.v1.OriginSnapshot.encode(message.origins[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.sessions != null && message.sessions.length)
                    for (let i = 0; i < message.sessions.length; ++i)
                        $root.passbook.v1.SessionSnapshot.encode(message.sessions[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.pending != null && message.pending.length)
                    for (let i = 0; i < message.pending.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.pending[i]);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.count);
                if (message.grants != null && message.grants.length)
                    for (let i = 0; i < message.grants.length; ++i)
                        $root.passbook.v1.GrantSnapshot.encode(message.grants[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.joined != null && message.joined.length)
                    for (let i = 0; i < message.joined.length; ++i)
                        $root.passbook.v1.Joined.encode(message.joined[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.fences != null && message.fences.length)
                    for (let i = 0; i < message.fences.length; ++i)
                        $root.passbook.v1.Fence.encode(message.fences[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.seals != null && message.seals.length)
                    for (let i = 0; i < message.seals.length; ++i)
                        $root.passbook.v1.Seal.encode(message.seals[i], writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.log != null && message.log.length)
                    for (let i = 0; i < message.log.length; ++i)
                        writer.uint32(/* id 12, wireType 2 =*/98).bytes(message.log[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Snapshot message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Snapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Snapshot & passbook.v1.Snapshot.$Shape} Snapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Snapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Snapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bankId = value;
                            else
                                delete message.bankId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.vector = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.vector);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.accounts && message.accounts.length))
                                message.accounts = [];
                            message.accounts.push($root.passbook.v1.AccountSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.origins && message.origins.length))
                                message.origins = [];
                            message.origins.push($root.passbook.v1.OriginSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sessions && message.sessions.length))
                                message.sessions = [];
                            message.sessions.push($root.passbook.v1.SessionSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.pending && message.pending.length))
                                message.pending = [];
                            message.pending.push(reader.bytes());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.count = value;
                            else
                                delete message.count;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.grants && message.grants.length))
                                message.grants = [];
                            message.grants.push($root.passbook.v1.GrantSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.joined && message.joined.length))
                                message.joined = [];
                            message.joined.push($root.passbook.v1.Joined.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.fences && message.fences.length))
                                message.fences = [];
                            message.fences.push($root.passbook.v1.Fence.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if (!(message.seals && message.seals.length))
                                message.seals = [];
                            message.seals.push($root.passbook.v1.Seal.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.log && message.log.length))
                                message.log = [];
                            message.log.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Snapshot;
        })();

        v1.Joined = (function() {

            /**
             * Properties of a Joined.
             * @typedef {Object} passbook.v1.Joined.$Properties
             * @property {number|null} [branch] Joined branch
             * @property {string|null} [address] Joined address
             * @property {passbook.v1.WriteId.$Properties|null} [by] Joined by
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Joined.
             * @memberof passbook.v1
             * @interface IJoined
             * @augments passbook.v1.Joined.$Properties
             * @deprecated Use passbook.v1.Joined.$Properties instead.
             */

            /**
             * Shape of a Joined.
             * @typedef {passbook.v1.Joined.$Properties} passbook.v1.Joined.$Shape
             */

            /**
             * Constructs a new Joined.
             * @memberof passbook.v1
             * @classdesc Represents a Joined.
             * @constructor
             * @param {passbook.v1.Joined.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Joined = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Joined branch.
             * @member {number} branch
             * @memberof passbook.v1.Joined
             * @instance
             */
            Joined.prototype.branch = 0;

            /**
             * Joined address.
             * @member {string} address
             * @memberof passbook.v1.Joined
             * @instance
             */
            Joined.prototype.address = "";

            /**
             * Joined by.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} by
             * @memberof passbook.v1.Joined
             * @instance
             */
            Joined.prototype.by = null;

            /**
             * Encodes the specified Joined message. Does not implicitly {@link passbook.v1.Joined.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Joined
             * @static
             * @param {passbook.v1.Joined.$Properties} message Joined message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Joined.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.by != null && $Object.hasOwnProperty.call(message, "by"))
                    $root.passbook.v1.WriteId.encode(message.by, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Joined message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Joined
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Joined & passbook.v1.Joined.$Shape} Joined
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Joined.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Joined();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.by = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.by);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Joined;
        })();

        v1.Fence = (function() {

            /**
             * Properties of a Fence.
             * @typedef {Object} passbook.v1.Fence.$Properties
             * @property {number|null} [of] Fence of
             * @property {number|null} [by] Fence by
             * @property {passbook.v1.Origin.$Properties|null} [successor] Fence successor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Fence.
             * @memberof passbook.v1
             * @interface IFence
             * @augments passbook.v1.Fence.$Properties
             * @deprecated Use passbook.v1.Fence.$Properties instead.
             */

            /**
             * Shape of a Fence.
             * @typedef {passbook.v1.Fence.$Properties} passbook.v1.Fence.$Shape
             */

            /**
             * Constructs a new Fence.
             * @memberof passbook.v1
             * @classdesc Represents a Fence.
             * @constructor
             * @param {passbook.v1.Fence.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Fence = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Fence of.
             * @member {number} of
             * @memberof passbook.v1.Fence
             * @instance
             */
            Fence.prototype.of = 0;

            /**
             * Fence by.
             * @member {number} by
             * @memberof passbook.v1.Fence
             * @instance
             */
            Fence.prototype.by = 0;

            /**
             * Fence successor.
             * @member {passbook.v1.Origin.$Properties|null|undefined} successor
             * @memberof passbook.v1.Fence
             * @instance
             */
            Fence.prototype.successor = null;

            /**
             * Encodes the specified Fence message. Does not implicitly {@link passbook.v1.Fence.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Fence
             * @static
             * @param {passbook.v1.Fence.$Properties} message Fence message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Fence.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.of != null && $Object.hasOwnProperty.call(message, "of") && message.of !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.of);
                if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.by);
                if (message.successor != null && $Object.hasOwnProperty.call(message, "successor"))
                    $root.passbook.v1.Origin.encode(message.successor, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Fence message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Fence
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Fence & passbook.v1.Fence.$Shape} Fence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Fence.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Fence();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.of = value;
                            else
                                delete message.of;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.by = value;
                            else
                                delete message.by;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.successor = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.successor);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Fence;
        })();

        v1.Seal = (function() {

            /**
             * Properties of a Seal.
             * @typedef {Object} passbook.v1.Seal.$Properties
             * @property {number|null} [branch] Seal branch
             * @property {passbook.v1.Origin.$Properties|null} [successor] Seal successor
             * @property {passbook.v1.WriteId.$Properties|null} [by] Seal by
             * @property {passbook.v1.VersionVector.$Properties|null} [cuts] Seal cuts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Seal.
             * @memberof passbook.v1
             * @interface ISeal
             * @augments passbook.v1.Seal.$Properties
             * @deprecated Use passbook.v1.Seal.$Properties instead.
             */

            /**
             * Shape of a Seal.
             * @typedef {passbook.v1.Seal.$Properties} passbook.v1.Seal.$Shape
             */

            /**
             * Constructs a new Seal.
             * @memberof passbook.v1
             * @classdesc Represents a Seal.
             * @constructor
             * @param {passbook.v1.Seal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Seal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Seal branch.
             * @member {number} branch
             * @memberof passbook.v1.Seal
             * @instance
             */
            Seal.prototype.branch = 0;

            /**
             * Seal successor.
             * @member {passbook.v1.Origin.$Properties|null|undefined} successor
             * @memberof passbook.v1.Seal
             * @instance
             */
            Seal.prototype.successor = null;

            /**
             * Seal by.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} by
             * @memberof passbook.v1.Seal
             * @instance
             */
            Seal.prototype.by = null;

            /**
             * Seal cuts.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} cuts
             * @memberof passbook.v1.Seal
             * @instance
             */
            Seal.prototype.cuts = null;

            /**
             * Encodes the specified Seal message. Does not implicitly {@link passbook.v1.Seal.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.Seal
             * @static
             * @param {passbook.v1.Seal.$Properties} message Seal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Seal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.branch);
                if (message.successor != null && $Object.hasOwnProperty.call(message, "successor"))
                    $root.passbook.v1.Origin.encode(message.successor, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.by != null && $Object.hasOwnProperty.call(message, "by"))
                    $root.passbook.v1.WriteId.encode(message.by, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.cuts != null && $Object.hasOwnProperty.call(message, "cuts"))
                    $root.passbook.v1.VersionVector.encode(message.cuts, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Seal message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.Seal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.Seal & passbook.v1.Seal.$Shape} Seal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Seal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.Seal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.successor = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.successor);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.by = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.by);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.cuts = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.cuts);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Seal;
        })();

        v1.GrantSnapshot = (function() {

            /**
             * Properties of a GrantSnapshot.
             * @typedef {Object} passbook.v1.GrantSnapshot.$Properties
             * @property {passbook.v1.AccountId.$Properties|null} [account] GrantSnapshot account
             * @property {number|null} [branch] GrantSnapshot branch
             * @property {number|null} [sequence] GrantSnapshot sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GrantSnapshot.
             * @memberof passbook.v1
             * @interface IGrantSnapshot
             * @augments passbook.v1.GrantSnapshot.$Properties
             * @deprecated Use passbook.v1.GrantSnapshot.$Properties instead.
             */

            /**
             * Shape of a GrantSnapshot.
             * @typedef {passbook.v1.GrantSnapshot.$Properties} passbook.v1.GrantSnapshot.$Shape
             */

            /**
             * Constructs a new GrantSnapshot.
             * @memberof passbook.v1
             * @classdesc Represents a GrantSnapshot.
             * @constructor
             * @param {passbook.v1.GrantSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GrantSnapshot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GrantSnapshot account.
             * @member {passbook.v1.AccountId.$Properties|null|undefined} account
             * @memberof passbook.v1.GrantSnapshot
             * @instance
             */
            GrantSnapshot.prototype.account = null;

            /**
             * GrantSnapshot branch.
             * @member {number} branch
             * @memberof passbook.v1.GrantSnapshot
             * @instance
             */
            GrantSnapshot.prototype.branch = 0;

            /**
             * GrantSnapshot sequence.
             * @member {number} sequence
             * @memberof passbook.v1.GrantSnapshot
             * @instance
             */
            GrantSnapshot.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified GrantSnapshot message. Does not implicitly {@link passbook.v1.GrantSnapshot.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.GrantSnapshot
             * @static
             * @param {passbook.v1.GrantSnapshot.$Properties} message GrantSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GrantSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.account != null && $Object.hasOwnProperty.call(message, "account"))
                    $root.passbook.v1.AccountId.encode(message.account, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.branch != null && $Object.hasOwnProperty.call(message, "branch") && message.branch !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.branch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GrantSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.GrantSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.GrantSnapshot & passbook.v1.GrantSnapshot.$Shape} GrantSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GrantSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.GrantSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.account = $root.passbook.v1.AccountId.decode(reader, reader.size(), $undefined, _depth + 1, message.account);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.branch = value;
                            else
                                delete message.branch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GrantSnapshot;
        })();

        v1.AccountSnapshot = (function() {

            /**
             * Properties of an AccountSnapshot.
             * @typedef {Object} passbook.v1.AccountSnapshot.$Properties
             * @property {passbook.v1.AccountId.$Properties|null} [account] AccountSnapshot account
             * @property {string|null} [label] AccountSnapshot label
             * @property {string|null} [creditsMinor] AccountSnapshot creditsMinor
             * @property {string|null} [debitsMinor] AccountSnapshot debitsMinor
             * @property {Array.<number>|null} [branches] AccountSnapshot branches
             * @property {Array.<string>|null} [allowancesMinor] AccountSnapshot allowancesMinor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AccountSnapshot.
             * @memberof passbook.v1
             * @interface IAccountSnapshot
             * @augments passbook.v1.AccountSnapshot.$Properties
             * @deprecated Use passbook.v1.AccountSnapshot.$Properties instead.
             */

            /**
             * Shape of an AccountSnapshot.
             * @typedef {passbook.v1.AccountSnapshot.$Properties} passbook.v1.AccountSnapshot.$Shape
             */

            /**
             * Constructs a new AccountSnapshot.
             * @memberof passbook.v1
             * @classdesc Represents an AccountSnapshot.
             * @constructor
             * @param {passbook.v1.AccountSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AccountSnapshot = function (properties) {
                this.branches = [];
                this.allowancesMinor = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AccountSnapshot account.
             * @member {passbook.v1.AccountId.$Properties|null|undefined} account
             * @memberof passbook.v1.AccountSnapshot
             * @instance
             */
            AccountSnapshot.prototype.account = null;

            /**
             * AccountSnapshot label.
             * @member {string} label
             * @memberof passbook.v1.AccountSnapshot
             * @instance
             */
            AccountSnapshot.prototype.label = "";

            /**
             * AccountSnapshot creditsMinor.
             * @member {string} creditsMinor
             * @memberof passbook.v1.AccountSnapshot
             * @instance
             */
            AccountSnapshot.prototype.creditsMinor = "";

            /**
             * AccountSnapshot debitsMinor.
             * @member {string} debitsMinor
             * @memberof passbook.v1.AccountSnapshot
             * @instance
             */
            AccountSnapshot.prototype.debitsMinor = "";

            /**
             * AccountSnapshot branches.
             * @member {Array.<number>} branches
             * @memberof passbook.v1.AccountSnapshot
             * @instance
             */
            AccountSnapshot.prototype.branches = $util.emptyArray;

            /**
             * AccountSnapshot allowancesMinor.
             * @member {Array.<string>} allowancesMinor
             * @memberof passbook.v1.AccountSnapshot
             * @instance
             */
            AccountSnapshot.prototype.allowancesMinor = $util.emptyArray;

            /**
             * Encodes the specified AccountSnapshot message. Does not implicitly {@link passbook.v1.AccountSnapshot.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.AccountSnapshot
             * @static
             * @param {passbook.v1.AccountSnapshot.$Properties} message AccountSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AccountSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.account != null && $Object.hasOwnProperty.call(message, "account"))
                    $root.passbook.v1.AccountId.encode(message.account, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.label);
                if (message.creditsMinor != null && $Object.hasOwnProperty.call(message, "creditsMinor") && message.creditsMinor !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.creditsMinor);
                if (message.debitsMinor != null && $Object.hasOwnProperty.call(message, "debitsMinor") && message.debitsMinor !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.debitsMinor);
                if (message.branches != null && message.branches.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).uint32s(message.branches);
                if (message.allowancesMinor != null && message.allowancesMinor.length)
                    for (let i = 0; i < message.allowancesMinor.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.allowancesMinor[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AccountSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.AccountSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.AccountSnapshot & passbook.v1.AccountSnapshot.$Shape} AccountSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AccountSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.AccountSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.account = $root.passbook.v1.AccountId.decode(reader, reader.size(), $undefined, _depth + 1, message.account);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.creditsMinor = value;
                            else
                                delete message.creditsMinor;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.debitsMinor = value;
                            else
                                delete message.debitsMinor;
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.branches && message.branches.length))
                                    message.branches = [];
                                reader.uint32s(message.branches);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.branches && message.branches.length))
                                message.branches = [];
                            message.branches.push(reader.uint32());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.allowancesMinor && message.allowancesMinor.length))
                                message.allowancesMinor = [];
                            message.allowancesMinor.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AccountSnapshot;
        })();

        v1.OriginSnapshot = (function() {

            /**
             * Properties of an OriginSnapshot.
             * @typedef {Object} passbook.v1.OriginSnapshot.$Properties
             * @property {passbook.v1.Origin.$Properties|null} [origin] OriginSnapshot origin
             * @property {passbook.v1.VersionVector.$Properties|null} [followed] OriginSnapshot followed
             * @property {Uint8Array|null} [digest] OriginSnapshot digest
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an OriginSnapshot.
             * @memberof passbook.v1
             * @interface IOriginSnapshot
             * @augments passbook.v1.OriginSnapshot.$Properties
             * @deprecated Use passbook.v1.OriginSnapshot.$Properties instead.
             */

            /**
             * Shape of an OriginSnapshot.
             * @typedef {passbook.v1.OriginSnapshot.$Properties} passbook.v1.OriginSnapshot.$Shape
             */

            /**
             * Constructs a new OriginSnapshot.
             * @memberof passbook.v1
             * @classdesc Represents an OriginSnapshot.
             * @constructor
             * @param {passbook.v1.OriginSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const OriginSnapshot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * OriginSnapshot origin.
             * @member {passbook.v1.Origin.$Properties|null|undefined} origin
             * @memberof passbook.v1.OriginSnapshot
             * @instance
             */
            OriginSnapshot.prototype.origin = null;

            /**
             * OriginSnapshot followed.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} followed
             * @memberof passbook.v1.OriginSnapshot
             * @instance
             */
            OriginSnapshot.prototype.followed = null;

            /**
             * OriginSnapshot digest.
             * @member {Uint8Array} digest
             * @memberof passbook.v1.OriginSnapshot
             * @instance
             */
            OriginSnapshot.prototype.digest = $util.newBuffer([]);

            /**
             * Encodes the specified OriginSnapshot message. Does not implicitly {@link passbook.v1.OriginSnapshot.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.OriginSnapshot
             * @static
             * @param {passbook.v1.OriginSnapshot.$Properties} message OriginSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            OriginSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    $root.passbook.v1.Origin.encode(message.origin, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.followed != null && $Object.hasOwnProperty.call(message, "followed"))
                    $root.passbook.v1.VersionVector.encode(message.followed, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.digest);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an OriginSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.OriginSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.OriginSnapshot & passbook.v1.OriginSnapshot.$Shape} OriginSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            OriginSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.OriginSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.origin = $root.passbook.v1.Origin.decode(reader, reader.size(), $undefined, _depth + 1, message.origin);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.followed = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.followed);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.digest = value;
                            else
                                delete message.digest;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OriginSnapshot;
        })();

        v1.SessionSnapshot = (function() {

            /**
             * Properties of a SessionSnapshot.
             * @typedef {Object} passbook.v1.SessionSnapshot.$Properties
             * @property {passbook.v1.WriteSession.$Properties|null} [session] SessionSnapshot session
             * @property {Array.<passbook.v1.RequestSnapshot.$Properties>|null} [requests] SessionSnapshot requests
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SessionSnapshot.
             * @memberof passbook.v1
             * @interface ISessionSnapshot
             * @augments passbook.v1.SessionSnapshot.$Properties
             * @deprecated Use passbook.v1.SessionSnapshot.$Properties instead.
             */

            /**
             * Shape of a SessionSnapshot.
             * @typedef {passbook.v1.SessionSnapshot.$Properties} passbook.v1.SessionSnapshot.$Shape
             */

            /**
             * Constructs a new SessionSnapshot.
             * @memberof passbook.v1
             * @classdesc Represents a SessionSnapshot.
             * @constructor
             * @param {passbook.v1.SessionSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SessionSnapshot = function (properties) {
                this.requests = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SessionSnapshot session.
             * @member {passbook.v1.WriteSession.$Properties|null|undefined} session
             * @memberof passbook.v1.SessionSnapshot
             * @instance
             */
            SessionSnapshot.prototype.session = null;

            /**
             * SessionSnapshot requests.
             * @member {Array.<passbook.v1.RequestSnapshot.$Properties>} requests
             * @memberof passbook.v1.SessionSnapshot
             * @instance
             */
            SessionSnapshot.prototype.requests = $util.emptyArray;

            /**
             * Encodes the specified SessionSnapshot message. Does not implicitly {@link passbook.v1.SessionSnapshot.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.SessionSnapshot
             * @static
             * @param {passbook.v1.SessionSnapshot.$Properties} message SessionSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SessionSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    $root.passbook.v1.WriteSession.encode(message.session, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.requests != null && message.requests.length)
                    for (let i = 0; i < message.requests.length; ++i)
                        $root.passbook.v1.RequestSnapshot.encode(message.requests[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SessionSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.SessionSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.SessionSnapshot & passbook.v1.SessionSnapshot.$Shape} SessionSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SessionSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.SessionSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.session = $root.passbook.v1.WriteSession.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.requests && message.requests.length))
                                message.requests = [];
                            message.requests.push($root.passbook.v1.RequestSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SessionSnapshot;
        })();

        v1.RequestSnapshot = (function() {

            /**
             * Properties of a RequestSnapshot.
             * @typedef {Object} passbook.v1.RequestSnapshot.$Properties
             * @property {number|null} [counter] RequestSnapshot counter
             * @property {passbook.v1.WriteId.$Properties|null} [writeId] RequestSnapshot writeId
             * @property {passbook.v1.WriteKind|null} [kind] RequestSnapshot kind
             * @property {passbook.v1.AccountId.$Properties|null} [account] RequestSnapshot account
             * @property {number|null} [amountMinor] RequestSnapshot amountMinor
             * @property {passbook.v1.AccountId.$Properties|null} [to] RequestSnapshot to
             * @property {number|null} [receiver] RequestSnapshot receiver
             * @property {string|null} [label] RequestSnapshot label
             * @property {passbook.v1.VersionVector.$Properties|null} [others] RequestSnapshot others
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RequestSnapshot.
             * @memberof passbook.v1
             * @interface IRequestSnapshot
             * @augments passbook.v1.RequestSnapshot.$Properties
             * @deprecated Use passbook.v1.RequestSnapshot.$Properties instead.
             */

            /**
             * Shape of a RequestSnapshot.
             * @typedef {passbook.v1.RequestSnapshot.$Properties} passbook.v1.RequestSnapshot.$Shape
             */

            /**
             * Constructs a new RequestSnapshot.
             * @memberof passbook.v1
             * @classdesc Represents a RequestSnapshot.
             * @constructor
             * @param {passbook.v1.RequestSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RequestSnapshot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RequestSnapshot counter.
             * @member {number} counter
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RequestSnapshot writeId.
             * @member {passbook.v1.WriteId.$Properties|null|undefined} writeId
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.writeId = null;

            /**
             * RequestSnapshot kind.
             * @member {passbook.v1.WriteKind} kind
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.kind = 0;

            /**
             * RequestSnapshot account.
             * @member {passbook.v1.AccountId.$Properties|null|undefined} account
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.account = null;

            /**
             * RequestSnapshot amountMinor.
             * @member {number} amountMinor
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.amountMinor = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RequestSnapshot to.
             * @member {passbook.v1.AccountId.$Properties|null|undefined} to
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.to = null;

            /**
             * RequestSnapshot receiver.
             * @member {number} receiver
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.receiver = 0;

            /**
             * RequestSnapshot label.
             * @member {string} label
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.label = "";

            /**
             * RequestSnapshot others.
             * @member {passbook.v1.VersionVector.$Properties|null|undefined} others
             * @memberof passbook.v1.RequestSnapshot
             * @instance
             */
            RequestSnapshot.prototype.others = null;

            /**
             * Encodes the specified RequestSnapshot message. Does not implicitly {@link passbook.v1.RequestSnapshot.verify|verify} messages.
             * @function encode
             * @memberof passbook.v1.RequestSnapshot
             * @static
             * @param {passbook.v1.RequestSnapshot.$Properties} message RequestSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RequestSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.counter);
                if (message.writeId != null && $Object.hasOwnProperty.call(message, "writeId"))
                    $root.passbook.v1.WriteId.encode(message.writeId, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.kind);
                if (message.account != null && $Object.hasOwnProperty.call(message, "account"))
                    $root.passbook.v1.AccountId.encode(message.account, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.amountMinor != null && $Object.hasOwnProperty.call(message, "amountMinor") && (typeof message.amountMinor === "object" ? message.amountMinor.low || message.amountMinor.high : message.amountMinor !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.amountMinor);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    $root.passbook.v1.AccountId.encode(message.to, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.receiver != null && $Object.hasOwnProperty.call(message, "receiver") && message.receiver !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.receiver);
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.label);
                if (message.others != null && $Object.hasOwnProperty.call(message, "others"))
                    $root.passbook.v1.VersionVector.encode(message.others, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RequestSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof passbook.v1.RequestSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {passbook.v1.RequestSnapshot & passbook.v1.RequestSnapshot.$Shape} RequestSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RequestSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.passbook.v1.RequestSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.counter = value;
                            else
                                delete message.counter;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.writeId = $root.passbook.v1.WriteId.decode(reader, reader.size(), $undefined, _depth + 1, message.writeId);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.account = $root.passbook.v1.AccountId.decode(reader, reader.size(), $undefined, _depth + 1, message.account);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.amountMinor = value;
                            else
                                delete message.amountMinor;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.to = $root.passbook.v1.AccountId.decode(reader, reader.size(), $undefined, _depth + 1, message.to);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.receiver = value;
                            else
                                delete message.receiver;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.others = $root.passbook.v1.VersionVector.decode(reader, reader.size(), $undefined, _depth + 1, message.others);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RequestSnapshot;
        })();

        return v1;
    })();

    return passbook;
})();

export const google = $root.google = (() => {

    /**
     * Namespace google.
     * @exports google
     * @namespace
     */
    const google = {};

    google.protobuf = (function() {

        /**
         * Namespace protobuf.
         * @memberof google
         * @namespace
         */
        const protobuf = {};

        protobuf.Duration = (function() {

            /**
             * Properties of a Duration.
             * @typedef {Object} google.protobuf.Duration.$Properties
             * @property {number|null} [seconds] Duration seconds
             * @property {number|null} [nanos] Duration nanos
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Duration.
             * @memberof google.protobuf
             * @interface IDuration
             * @augments google.protobuf.Duration.$Properties
             * @deprecated Use google.protobuf.Duration.$Properties instead.
             */

            /**
             * Shape of a Duration.
             * @typedef {google.protobuf.Duration.$Properties} google.protobuf.Duration.$Shape
             */

            /**
             * Constructs a new Duration.
             * @memberof google.protobuf
             * @classdesc Represents a Duration.
             * @constructor
             * @param {google.protobuf.Duration.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Duration = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Duration seconds.
             * @member {number} seconds
             * @memberof google.protobuf.Duration
             * @instance
             */
            Duration.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Duration nanos.
             * @member {number} nanos
             * @memberof google.protobuf.Duration
             * @instance
             */
            Duration.prototype.nanos = 0;

            /**
             * Encodes the specified Duration message. Does not implicitly {@link google.protobuf.Duration.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Duration
             * @static
             * @param {google.protobuf.Duration.$Properties} message Duration message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Duration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Duration message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Duration
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Duration & google.protobuf.Duration.$Shape} Duration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Duration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Duration();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Duration;
        })();

        protobuf.Any = (function() {

            /**
             * Properties of an Any.
             * @typedef {Object} google.protobuf.Any.$Properties
             * @property {string|null} [type_url] Any type_url
             * @property {Uint8Array|null} [value] Any value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Any.
             * @memberof google.protobuf
             * @interface IAny
             * @augments google.protobuf.Any.$Properties
             * @deprecated Use google.protobuf.Any.$Properties instead.
             */

            /**
             * Shape of an Any.
             * @typedef {google.protobuf.Any.$Properties} google.protobuf.Any.$Shape
             */

            /**
             * Constructs a new Any.
             * @memberof google.protobuf
             * @classdesc Represents an Any.
             * @constructor
             * @param {google.protobuf.Any.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Any = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Any type_url.
             * @member {string} type_url
             * @memberof google.protobuf.Any
             * @instance
             */
            Any.prototype.type_url = "";

            /**
             * Any value.
             * @member {Uint8Array} value
             * @memberof google.protobuf.Any
             * @instance
             */
            Any.prototype.value = $util.newBuffer([]);

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Any
             * @static
             * @param {google.protobuf.Any.$Properties} message Any message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Any.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type_url != null && $Object.hasOwnProperty.call(message, "type_url") && message.type_url !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.type_url);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Any
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Any.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Any();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type_url = value;
                            else
                                delete message.type_url;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Any;
        })();

        return protobuf;
    })();

    google.rpc = (function() {

        /**
         * Namespace rpc.
         * @memberof google
         * @namespace
         */
        const rpc = {};

        rpc.ErrorInfo = (function() {

            /**
             * Properties of an ErrorInfo.
             * @typedef {Object} google.rpc.ErrorInfo.$Properties
             * @property {string|null} [reason] ErrorInfo reason
             * @property {string|null} [domain] ErrorInfo domain
             * @property {Object.<string,string>|null} [metadata] ErrorInfo metadata
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ErrorInfo.
             * @memberof google.rpc
             * @interface IErrorInfo
             * @augments google.rpc.ErrorInfo.$Properties
             * @deprecated Use google.rpc.ErrorInfo.$Properties instead.
             */

            /**
             * Shape of an ErrorInfo.
             * @typedef {google.rpc.ErrorInfo.$Properties} google.rpc.ErrorInfo.$Shape
             */

            /**
             * Constructs a new ErrorInfo.
             * @memberof google.rpc
             * @classdesc Represents an ErrorInfo.
             * @constructor
             * @param {google.rpc.ErrorInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ErrorInfo = function (properties) {
                this.metadata = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ErrorInfo reason.
             * @member {string} reason
             * @memberof google.rpc.ErrorInfo
             * @instance
             */
            ErrorInfo.prototype.reason = "";

            /**
             * ErrorInfo domain.
             * @member {string} domain
             * @memberof google.rpc.ErrorInfo
             * @instance
             */
            ErrorInfo.prototype.domain = "";

            /**
             * ErrorInfo metadata.
             * @member {Object.<string,string>} metadata
             * @memberof google.rpc.ErrorInfo
             * @instance
             */
            ErrorInfo.prototype.metadata = $util.emptyObject;

            /**
             * Encodes the specified ErrorInfo message. Does not implicitly {@link google.rpc.ErrorInfo.verify|verify} messages.
             * @function encode
             * @memberof google.rpc.ErrorInfo
             * @static
             * @param {google.rpc.ErrorInfo.$Properties} message ErrorInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ErrorInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.domain != null && $Object.hasOwnProperty.call(message, "domain") && message.domain !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.domain);
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                    for (let keys = $Object.keys(message.metadata), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.metadata[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ErrorInfo message from the specified reader or buffer.
             * @function decode
             * @memberof google.rpc.ErrorInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.rpc.ErrorInfo & google.rpc.ErrorInfo.$Shape} ErrorInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ErrorInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.rpc.ErrorInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.domain = value;
                            else
                                delete message.domain;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (message.metadata === $util.emptyObject)
                                message.metadata = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.metadata, key);
                            message.metadata[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ErrorInfo;
        })();

        rpc.RetryInfo = (function() {

            /**
             * Properties of a RetryInfo.
             * @typedef {Object} google.rpc.RetryInfo.$Properties
             * @property {google.protobuf.Duration.$Properties|null} [retryDelay] RetryInfo retryDelay
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RetryInfo.
             * @memberof google.rpc
             * @interface IRetryInfo
             * @augments google.rpc.RetryInfo.$Properties
             * @deprecated Use google.rpc.RetryInfo.$Properties instead.
             */

            /**
             * Shape of a RetryInfo.
             * @typedef {google.rpc.RetryInfo.$Properties} google.rpc.RetryInfo.$Shape
             */

            /**
             * Constructs a new RetryInfo.
             * @memberof google.rpc
             * @classdesc Represents a RetryInfo.
             * @constructor
             * @param {google.rpc.RetryInfo.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RetryInfo = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RetryInfo retryDelay.
             * @member {google.protobuf.Duration.$Properties|null|undefined} retryDelay
             * @memberof google.rpc.RetryInfo
             * @instance
             */
            RetryInfo.prototype.retryDelay = null;

            /**
             * Encodes the specified RetryInfo message. Does not implicitly {@link google.rpc.RetryInfo.verify|verify} messages.
             * @function encode
             * @memberof google.rpc.RetryInfo
             * @static
             * @param {google.rpc.RetryInfo.$Properties} message RetryInfo message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RetryInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.retryDelay != null && $Object.hasOwnProperty.call(message, "retryDelay"))
                    $root.google.protobuf.Duration.encode(message.retryDelay, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RetryInfo message from the specified reader or buffer.
             * @function decode
             * @memberof google.rpc.RetryInfo
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.rpc.RetryInfo & google.rpc.RetryInfo.$Shape} RetryInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RetryInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.rpc.RetryInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.retryDelay = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.retryDelay);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RetryInfo;
        })();

        rpc.BadRequest = (function() {

            /**
             * Properties of a BadRequest.
             * @typedef {Object} google.rpc.BadRequest.$Properties
             * @property {Array.<google.rpc.BadRequest.FieldViolation.$Properties>|null} [fieldViolations] BadRequest fieldViolations
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BadRequest.
             * @memberof google.rpc
             * @interface IBadRequest
             * @augments google.rpc.BadRequest.$Properties
             * @deprecated Use google.rpc.BadRequest.$Properties instead.
             */

            /**
             * Shape of a BadRequest.
             * @typedef {google.rpc.BadRequest.$Properties} google.rpc.BadRequest.$Shape
             */

            /**
             * Constructs a new BadRequest.
             * @memberof google.rpc
             * @classdesc Represents a BadRequest.
             * @constructor
             * @param {google.rpc.BadRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BadRequest = function (properties) {
                this.fieldViolations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BadRequest fieldViolations.
             * @member {Array.<google.rpc.BadRequest.FieldViolation.$Properties>} fieldViolations
             * @memberof google.rpc.BadRequest
             * @instance
             */
            BadRequest.prototype.fieldViolations = $util.emptyArray;

            /**
             * Encodes the specified BadRequest message. Does not implicitly {@link google.rpc.BadRequest.verify|verify} messages.
             * @function encode
             * @memberof google.rpc.BadRequest
             * @static
             * @param {google.rpc.BadRequest.$Properties} message BadRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BadRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fieldViolations != null && message.fieldViolations.length)
                    for (let i = 0; i < message.fieldViolations.length; ++i)
                        $root.google.rpc.BadRequest.FieldViolation.encode(message.fieldViolations[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BadRequest message from the specified reader or buffer.
             * @function decode
             * @memberof google.rpc.BadRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.rpc.BadRequest & google.rpc.BadRequest.$Shape} BadRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BadRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.rpc.BadRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.fieldViolations && message.fieldViolations.length))
                                message.fieldViolations = [];
                            message.fieldViolations.push($root.google.rpc.BadRequest.FieldViolation.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            BadRequest.FieldViolation = (function() {

                /**
                 * Properties of a FieldViolation.
                 * @typedef {Object} google.rpc.BadRequest.FieldViolation.$Properties
                 * @property {string|null} [field] FieldViolation field
                 * @property {string|null} [description] FieldViolation description
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a FieldViolation.
                 * @memberof google.rpc.BadRequest
                 * @interface IFieldViolation
                 * @augments google.rpc.BadRequest.FieldViolation.$Properties
                 * @deprecated Use google.rpc.BadRequest.FieldViolation.$Properties instead.
                 */

                /**
                 * Shape of a FieldViolation.
                 * @typedef {google.rpc.BadRequest.FieldViolation.$Properties} google.rpc.BadRequest.FieldViolation.$Shape
                 */

                /**
                 * Constructs a new FieldViolation.
                 * @memberof google.rpc.BadRequest
                 * @classdesc Represents a FieldViolation.
                 * @constructor
                 * @param {google.rpc.BadRequest.FieldViolation.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const FieldViolation = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * FieldViolation field.
                 * @member {string} field
                 * @memberof google.rpc.BadRequest.FieldViolation
                 * @instance
                 */
                FieldViolation.prototype.field = "";

                /**
                 * FieldViolation description.
                 * @member {string} description
                 * @memberof google.rpc.BadRequest.FieldViolation
                 * @instance
                 */
                FieldViolation.prototype.description = "";

                /**
                 * Encodes the specified FieldViolation message. Does not implicitly {@link google.rpc.BadRequest.FieldViolation.verify|verify} messages.
                 * @function encode
                 * @memberof google.rpc.BadRequest.FieldViolation
                 * @static
                 * @param {google.rpc.BadRequest.FieldViolation.$Properties} message FieldViolation message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                FieldViolation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.field != null && $Object.hasOwnProperty.call(message, "field") && message.field !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.field);
                    if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.description);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a FieldViolation message from the specified reader or buffer.
                 * @function decode
                 * @memberof google.rpc.BadRequest.FieldViolation
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {google.rpc.BadRequest.FieldViolation & google.rpc.BadRequest.FieldViolation.$Shape} FieldViolation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                FieldViolation.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.google.rpc.BadRequest.FieldViolation();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.field = value;
                                else
                                    delete message.field;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.description = value;
                                else
                                    delete message.description;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return FieldViolation;
            })();

            return BadRequest;
        })();

        rpc.Status = (function() {

            /**
             * Properties of a Status.
             * @typedef {Object} google.rpc.Status.$Properties
             * @property {number|null} [code] Status code
             * @property {string|null} [message] Status message
             * @property {Array.<google.protobuf.Any.$Properties>|null} [details] Status details
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Status.
             * @memberof google.rpc
             * @interface IStatus
             * @augments google.rpc.Status.$Properties
             * @deprecated Use google.rpc.Status.$Properties instead.
             */

            /**
             * Shape of a Status.
             * @typedef {google.rpc.Status.$Properties} google.rpc.Status.$Shape
             */

            /**
             * Constructs a new Status.
             * @memberof google.rpc
             * @classdesc Represents a Status.
             * @constructor
             * @param {google.rpc.Status.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Status = function (properties) {
                this.details = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Status code.
             * @member {number} code
             * @memberof google.rpc.Status
             * @instance
             */
            Status.prototype.code = 0;

            /**
             * Status message.
             * @member {string} message
             * @memberof google.rpc.Status
             * @instance
             */
            Status.prototype.message = "";

            /**
             * Status details.
             * @member {Array.<google.protobuf.Any.$Properties>} details
             * @memberof google.rpc.Status
             * @instance
             */
            Status.prototype.details = $util.emptyArray;

            /**
             * Encodes the specified Status message. Does not implicitly {@link google.rpc.Status.verify|verify} messages.
             * @function encode
             * @memberof google.rpc.Status
             * @static
             * @param {google.rpc.Status.$Properties} message Status message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.details != null && message.details.length)
                    for (let i = 0; i < message.details.length; ++i)
                        $root.google.protobuf.Any.encode(message.details[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @function decode
             * @memberof google.rpc.Status
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.rpc.Status & google.rpc.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Status.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.rpc.Status();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.details && message.details.length))
                                message.details = [];
                            message.details.push($root.google.protobuf.Any.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Status;
        })();

        return rpc;
    })();

    return google;
})();

export {
  $root as default
};
