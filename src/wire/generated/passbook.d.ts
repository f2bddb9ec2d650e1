import * as $protobuf from "../protobuf.js";
import Long = require("long");

/** Namespace passbook. */
export namespace passbook {

    /** Namespace v1. */
    namespace v1 {

        /** Represents a BranchService */
        class BranchService extends $protobuf.rpc.Service {

            /**
             * Constructs a new BranchService service.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             */
            constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

            /** Calls GetStatus. */
            getStatus: passbook.v1.BranchService.GetStatus;

            /** Calls ListWrites. */
            listWrites: passbook.v1.BranchService.ListWrites;

            /** Calls Join. */
            join: passbook.v1.BranchService.Join;

            /** Calls Retire. */
            retire: passbook.v1.BranchService.Retire;

            /** Calls GetSnapshot. */
            getSnapshot: passbook.v1.BranchService.GetSnapshot;
        }

        namespace BranchService {

            /**
             * Callback as used by {@link passbook.v1.BranchService#getStatus}.
             * @param error Error, if any
             * @param [response] GetStatusResponse
             */
            type GetStatusCallback = (error: (Error|null), response?: passbook.v1.GetStatusResponse) => void;

            /** Calls GetStatus. */
            type GetStatus = {
              (request: passbook.v1.IGetStatusRequest, callback: passbook.v1.BranchService.GetStatusCallback): void;
              (request: passbook.v1.IGetStatusRequest): Promise<passbook.v1.GetStatusResponse>;
              readonly name: "GetStatus";
              readonly path: "/passbook.v1.BranchService/GetStatus";
              readonly requestType: "GetStatusRequest";
              readonly responseType: "GetStatusResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.BranchService#listWrites}.
             * @param error Error, if any
             * @param [response] ListWritesResponse
             */
            type ListWritesCallback = (error: (Error|null), response?: passbook.v1.ListWritesResponse) => void;

            /** Calls ListWrites. */
            type ListWrites = {
              (request: passbook.v1.IListWritesRequest, callback: passbook.v1.BranchService.ListWritesCallback): void;
              (request: passbook.v1.IListWritesRequest): Promise<passbook.v1.ListWritesResponse>;
              readonly name: "ListWrites";
              readonly path: "/passbook.v1.BranchService/ListWrites";
              readonly requestType: "ListWritesRequest";
              readonly responseType: "ListWritesResponse";
              readonly requestStream: undefined;
              readonly responseStream: true;
            };

            /**
             * Callback as used by {@link passbook.v1.BranchService#join}.
             * @param error Error, if any
             * @param [response] JoinResponse
             */
            type JoinCallback = (error: (Error|null), response?: passbook.v1.JoinResponse) => void;

            /** Calls Join. */
            type Join = {
              (request: passbook.v1.IJoinRequest, callback: passbook.v1.BranchService.JoinCallback): void;
              (request: passbook.v1.IJoinRequest): Promise<passbook.v1.JoinResponse>;
              readonly name: "Join";
              readonly path: "/passbook.v1.BranchService/Join";
              readonly requestType: "JoinRequest";
              readonly responseType: "JoinResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.BranchService#retire}.
             * @param error Error, if any
             * @param [response] RetireResponse
             */
            type RetireCallback = (error: (Error|null), response?: passbook.v1.RetireResponse) => void;

            /** Calls Retire. */
            type Retire = {
              (request: passbook.v1.IRetireRequest, callback: passbook.v1.BranchService.RetireCallback): void;
              (request: passbook.v1.IRetireRequest): Promise<passbook.v1.RetireResponse>;
              readonly name: "Retire";
              readonly path: "/passbook.v1.BranchService/Retire";
              readonly requestType: "RetireRequest";
              readonly responseType: "RetireResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.BranchService#getSnapshot}.
             * @param error Error, if any
             * @param [response] GetSnapshotResponse
             */
            type GetSnapshotCallback = (error: (Error|null), response?: passbook.v1.GetSnapshotResponse) => void;

            /** Calls GetSnapshot. */
            type GetSnapshot = {
              (request: passbook.v1.IGetSnapshotRequest, callback: passbook.v1.BranchService.GetSnapshotCallback): void;
              (request: passbook.v1.IGetSnapshotRequest): Promise<passbook.v1.GetSnapshotResponse>;
              readonly name: "GetSnapshot";
              readonly path: "/passbook.v1.BranchService/GetSnapshot";
              readonly requestType: "GetSnapshotRequest";
              readonly responseType: "GetSnapshotResponse";
              readonly requestStream: undefined;
              readonly responseStream: true;
            };
        }

        /**
         * Properties of a JoinRequest.
         * @deprecated Use passbook.v1.JoinRequest.$Properties instead.
         */
        interface IJoinRequest extends passbook.v1.JoinRequest.$Properties {
        }

        /** Represents a JoinRequest. */
        class JoinRequest {

            /**
             * Constructs a new JoinRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.JoinRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinRequest branch. */
            branch: number;

            /** JoinRequest address. */
            address: string;

            /**
             * Encodes the specified JoinRequest message. Does not implicitly {@link passbook.v1.JoinRequest.verify|verify} messages.
             * @param message JoinRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.JoinRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.JoinRequest & passbook.v1.JoinRequest.$Shape} JoinRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.JoinRequest & passbook.v1.JoinRequest.$Shape;
        }

        namespace JoinRequest {

            /** Properties of a JoinRequest. */
            interface $Properties {

                /** JoinRequest branch */
                branch?: (number|null);

                /** JoinRequest address */
                address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinRequest. */
            type $Shape = passbook.v1.JoinRequest.$Properties;
        }

        /**
         * Properties of a JoinResponse.
         * @deprecated Use passbook.v1.JoinResponse.$Properties instead.
         */
        interface IJoinResponse extends passbook.v1.JoinResponse.$Properties {
        }

        /** Represents a JoinResponse. */
        class JoinResponse {

            /**
             * Constructs a new JoinResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.JoinResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified JoinResponse message. Does not implicitly {@link passbook.v1.JoinResponse.verify|verify} messages.
             * @param message JoinResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.JoinResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.JoinResponse & passbook.v1.JoinResponse.$Shape} JoinResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.JoinResponse & passbook.v1.JoinResponse.$Shape;
        }

        namespace JoinResponse {

            /** Properties of a JoinResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinResponse. */
            type $Shape = passbook.v1.JoinResponse.$Properties;
        }

        /**
         * Properties of a RetireRequest.
         * @deprecated Use passbook.v1.RetireRequest.$Properties instead.
         */
        interface IRetireRequest extends passbook.v1.RetireRequest.$Properties {
        }

        /** Represents a RetireRequest. */
        class RetireRequest {

            /**
             * Constructs a new RetireRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.RetireRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RetireRequest branches. */
            branches: number[];

            /** RetireRequest lost. */
            lost: boolean;

            /**
             * Encodes the specified RetireRequest message. Does not implicitly {@link passbook.v1.RetireRequest.verify|verify} messages.
             * @param message RetireRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.RetireRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RetireRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.RetireRequest & passbook.v1.RetireRequest.$Shape} RetireRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.RetireRequest & passbook.v1.RetireRequest.$Shape;
        }

        namespace RetireRequest {

            /** Properties of a RetireRequest. */
            interface $Properties {

                /** RetireRequest branches */
                branches?: (number[]|null);

                /** RetireRequest lost */
                lost?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RetireRequest. */
            type $Shape = passbook.v1.RetireRequest.$Properties;
        }

        /**
         * Properties of a RetireResponse.
         * @deprecated Use passbook.v1.RetireResponse.$Properties instead.
         */
        interface IRetireResponse extends passbook.v1.RetireResponse.$Properties {
        }

        /** Represents a RetireResponse. */
        class RetireResponse {

            /**
             * Constructs a new RetireResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.RetireResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified RetireResponse message. Does not implicitly {@link passbook.v1.RetireResponse.verify|verify} messages.
             * @param message RetireResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.RetireResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RetireResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.RetireResponse & passbook.v1.RetireResponse.$Shape} RetireResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.RetireResponse & passbook.v1.RetireResponse.$Shape;
        }

        namespace RetireResponse {

            /** Properties of a RetireResponse. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RetireResponse. */
            type $Shape = passbook.v1.RetireResponse.$Properties;
        }

        /**
         * Properties of a GetSnapshotRequest.
         * @deprecated Use passbook.v1.GetSnapshotRequest.$Properties instead.
         */
        interface IGetSnapshotRequest extends passbook.v1.GetSnapshotRequest.$Properties {
        }

        /** Represents a GetSnapshotRequest. */
        class GetSnapshotRequest {

            /**
             * Constructs a new GetSnapshotRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.GetSnapshotRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetSnapshotRequest bankOnly. */
            bankOnly: boolean;

            /**
             * Encodes the specified GetSnapshotRequest message. Does not implicitly {@link passbook.v1.GetSnapshotRequest.verify|verify} messages.
             * @param message GetSnapshotRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.GetSnapshotRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetSnapshotRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.GetSnapshotRequest & passbook.v1.GetSnapshotRequest.$Shape} GetSnapshotRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.GetSnapshotRequest & passbook.v1.GetSnapshotRequest.$Shape;
        }

        namespace GetSnapshotRequest {

            /** Properties of a GetSnapshotRequest. */
            interface $Properties {

                /** GetSnapshotRequest bankOnly */
                bankOnly?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetSnapshotRequest. */
            type $Shape = passbook.v1.GetSnapshotRequest.$Properties;
        }

        /**
         * Properties of a GetSnapshotResponse.
         * @deprecated Use passbook.v1.GetSnapshotResponse.$Properties instead.
         */
        interface IGetSnapshotResponse extends passbook.v1.GetSnapshotResponse.$Properties {
        }

        /** Represents a GetSnapshotResponse. */
        class GetSnapshotResponse {

            /**
             * Constructs a new GetSnapshotResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.GetSnapshotResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetSnapshotResponse bank. */
            bank?: (passbook.v1.Bank.$Properties|null);

            /** GetSnapshotResponse part. */
            part: Uint8Array;

            /**
             * Encodes the specified GetSnapshotResponse message. Does not implicitly {@link passbook.v1.GetSnapshotResponse.verify|verify} messages.
             * @param message GetSnapshotResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.GetSnapshotResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetSnapshotResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.GetSnapshotResponse & passbook.v1.GetSnapshotResponse.$Shape} GetSnapshotResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.GetSnapshotResponse & passbook.v1.GetSnapshotResponse.$Shape;
        }

        namespace GetSnapshotResponse {

            /** Properties of a GetSnapshotResponse. */
            interface $Properties {

                /** GetSnapshotResponse bank */
                bank?: (passbook.v1.Bank.$Properties|null);

                /** GetSnapshotResponse part */
                part?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetSnapshotResponse. */
            type $Shape = passbook.v1.GetSnapshotResponse.$Properties;
        }

        /**
         * Properties of a Bank.
         * @deprecated Use passbook.v1.Bank.$Properties instead.
         */
        interface IBank extends passbook.v1.Bank.$Properties {
        }

        /** Represents a Bank. */
        class Bank {

            /**
             * Constructs a new Bank.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Bank.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Bank bankId. */
            bankId: string;

            /** Bank foundingMembers. */
            foundingMembers: number[];

            /** Bank foundedMinor. */
            foundedMinor: string[];

            /** Bank members. */
            members: passbook.v1.Member.$Properties[];

            /** Bank awaited. */
            awaited: number[];

            /**
             * Encodes the specified Bank message. Does not implicitly {@link passbook.v1.Bank.verify|verify} messages.
             * @param message Bank message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Bank.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Bank message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Bank & passbook.v1.Bank.$Shape} Bank
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Bank & passbook.v1.Bank.$Shape;
        }

        namespace Bank {

            /** Properties of a Bank. */
            interface $Properties {

                /** Bank bankId */
                bankId?: (string|null);

                /** Bank foundingMembers */
                foundingMembers?: (number[]|null);

                /** Bank foundedMinor */
                foundedMinor?: (string[]|null);

                /** Bank members */
                members?: (passbook.v1.Member.$Properties[]|null);

                /** Bank awaited */
                awaited?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Bank. */
            type $Shape = passbook.v1.Bank.$Properties;
        }

        /**
         * Properties of a Member.
         * @deprecated Use passbook.v1.Member.$Properties instead.
         */
        interface IMember extends passbook.v1.Member.$Properties {
        }

        /** Represents a Member. */
        class Member {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Member.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Member branch. */
            branch: number;

            /** Member address. */
            address: string;

            /**
             * Encodes the specified Member message. Does not implicitly {@link passbook.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Member & passbook.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Member & passbook.v1.Member.$Shape;
        }

        namespace Member {

            /** Properties of a Member. */
            interface $Properties {

                /** Member branch */
                branch?: (number|null);

                /** Member address */
                address?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Member. */
            type $Shape = passbook.v1.Member.$Properties;
        }

        /**
         * Properties of a GetStatusRequest.
         * @deprecated Use passbook.v1.GetStatusRequest.$Properties instead.
         */
        interface IGetStatusRequest extends passbook.v1.GetStatusRequest.$Properties {
        }

        /** Represents a GetStatusRequest. */
        class GetStatusRequest {

            /**
             * Constructs a new GetStatusRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.GetStatusRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified GetStatusRequest message. Does not implicitly {@link passbook.v1.GetStatusRequest.verify|verify} messages.
             * @param message GetStatusRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.GetStatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetStatusRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.GetStatusRequest & passbook.v1.GetStatusRequest.$Shape} GetStatusRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.GetStatusRequest & passbook.v1.GetStatusRequest.$Shape;
        }

        namespace GetStatusRequest {

            /** Properties of a GetStatusRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetStatusRequest. */
            type $Shape = passbook.v1.GetStatusRequest.$Properties;
        }

        /**
         * Properties of a GetStatusResponse.
         * @deprecated Use passbook.v1.GetStatusResponse.$Properties instead.
         */
        interface IGetStatusResponse extends passbook.v1.GetStatusResponse.$Properties {
        }

        /** Represents a GetStatusResponse. */
        class GetStatusResponse {

            /**
             * Constructs a new GetStatusResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.GetStatusResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetStatusResponse bankId. */
            bankId: string;

            /** GetStatusResponse origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /** GetStatusResponse members. */
            members: number[];

            /** GetStatusResponse vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** GetStatusResponse parked. */
            parked: number;

            /** GetStatusResponse stateDigest. */
            stateDigest: string;

            /** GetStatusResponse accounts. */
            accounts: passbook.v1.AccountStatus.$Properties[];

            /**
             * Encodes the specified GetStatusResponse message. Does not implicitly {@link passbook.v1.GetStatusResponse.verify|verify} messages.
             * @param message GetStatusResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.GetStatusResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetStatusResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.GetStatusResponse & passbook.v1.GetStatusResponse.$Shape} GetStatusResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.GetStatusResponse & passbook.v1.GetStatusResponse.$Shape;
        }

        namespace GetStatusResponse {

            /** Properties of a GetStatusResponse. */
            interface $Properties {

                /** GetStatusResponse bankId */
                bankId?: (string|null);

                /** GetStatusResponse origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** GetStatusResponse members */
                members?: (number[]|null);

                /** GetStatusResponse vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** GetStatusResponse parked */
                parked?: (number|null);

                /** GetStatusResponse stateDigest */
                stateDigest?: (string|null);

                /** GetStatusResponse accounts */
                accounts?: (passbook.v1.AccountStatus.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetStatusResponse. */
            type $Shape = passbook.v1.GetStatusResponse.$Properties;
        }

        /**
         * Properties of an AccountStatus.
         * @deprecated Use passbook.v1.AccountStatus.$Properties instead.
         */
        interface IAccountStatus extends passbook.v1.AccountStatus.$Properties {
        }

        /** Represents an AccountStatus. */
        class AccountStatus {

            /**
             * Constructs a new AccountStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.AccountStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccountStatus account. */
            account: string;

            /** AccountStatus label. */
            label: string;

            /** AccountStatus balanceMinor. */
            balanceMinor: string;

            /** AccountStatus allowanceMinor. */
            allowanceMinor: string;

            /**
             * Encodes the specified AccountStatus message. Does not implicitly {@link passbook.v1.AccountStatus.verify|verify} messages.
             * @param message AccountStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.AccountStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccountStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.AccountStatus & passbook.v1.AccountStatus.$Shape} AccountStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.AccountStatus & passbook.v1.AccountStatus.$Shape;
        }

        namespace AccountStatus {

            /** Properties of an AccountStatus. */
            interface $Properties {

                /** AccountStatus account */
                account?: (string|null);

                /** AccountStatus label */
                label?: (string|null);

                /** AccountStatus balanceMinor */
                balanceMinor?: (string|null);

                /** AccountStatus allowanceMinor */
                allowanceMinor?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccountStatus. */
            type $Shape = passbook.v1.AccountStatus.$Properties;
        }

        /**
         * Properties of a ListWritesRequest.
         * @deprecated Use passbook.v1.ListWritesRequest.$Properties instead.
         */
        interface IListWritesRequest extends passbook.v1.ListWritesRequest.$Properties {
        }

        /** Represents a ListWritesRequest. */
        class ListWritesRequest {

            /**
             * Constructs a new ListWritesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.ListWritesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListWritesRequest customer. */
            customer: string;

            /**
             * Encodes the specified ListWritesRequest message. Does not implicitly {@link passbook.v1.ListWritesRequest.verify|verify} messages.
             * @param message ListWritesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.ListWritesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListWritesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.ListWritesRequest & passbook.v1.ListWritesRequest.$Shape} ListWritesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.ListWritesRequest & passbook.v1.ListWritesRequest.$Shape;
        }

        namespace ListWritesRequest {

            /** Properties of a ListWritesRequest. */
            interface $Properties {

                /** ListWritesRequest customer */
                customer?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListWritesRequest. */
            type $Shape = passbook.v1.ListWritesRequest.$Properties;
        }

        /**
         * Properties of a ListWritesResponse.
         * @deprecated Use passbook.v1.ListWritesResponse.$Properties instead.
         */
        interface IListWritesResponse extends passbook.v1.ListWritesResponse.$Properties {
        }

        /** Represents a ListWritesResponse. */
        class ListWritesResponse {

            /**
             * Constructs a new ListWritesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.ListWritesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListWritesResponse writes. */
            writes: passbook.v1.LoggedWrite.$Properties[];

            /** ListWritesResponse vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** ListWritesResponse notListed. */
            notListed?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified ListWritesResponse message. Does not implicitly {@link passbook.v1.ListWritesResponse.verify|verify} messages.
             * @param message ListWritesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.ListWritesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListWritesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.ListWritesResponse & passbook.v1.ListWritesResponse.$Shape} ListWritesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.ListWritesResponse & passbook.v1.ListWritesResponse.$Shape;
        }

        namespace ListWritesResponse {

            /** Properties of a ListWritesResponse. */
            interface $Properties {

                /** ListWritesResponse writes */
                writes?: (passbook.v1.LoggedWrite.$Properties[]|null);

                /** ListWritesResponse vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** ListWritesResponse notListed */
                notListed?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListWritesResponse. */
            type $Shape = passbook.v1.ListWritesResponse.$Properties;
        }

        /**
         * Properties of a LoggedWrite.
         * @deprecated Use passbook.v1.LoggedWrite.$Properties instead.
         */
        interface ILoggedWrite extends passbook.v1.LoggedWrite.$Properties {
        }

        /** Represents a LoggedWrite. */
        class LoggedWrite {

            /**
             * Constructs a new LoggedWrite.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.LoggedWrite.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LoggedWrite writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** LoggedWrite kind. */
            kind: passbook.v1.WriteKind;

            /** LoggedWrite account. */
            account: string;

            /** LoggedWrite amountMinor. */
            amountMinor: number;

            /** LoggedWrite customer. */
            customer: string;

            /** LoggedWrite requestId. */
            requestId?: (passbook.v1.RequestId.$Properties|null);

            /** LoggedWrite position. */
            position: number;

            /**
             * Encodes the specified LoggedWrite message. Does not implicitly {@link passbook.v1.LoggedWrite.verify|verify} messages.
             * @param message LoggedWrite message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.LoggedWrite.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LoggedWrite message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.LoggedWrite & passbook.v1.LoggedWrite.$Shape} LoggedWrite
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.LoggedWrite & passbook.v1.LoggedWrite.$Shape;
        }

        namespace LoggedWrite {

            /** Properties of a LoggedWrite. */
            interface $Properties {

                /** LoggedWrite writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** LoggedWrite kind */
                kind?: (passbook.v1.WriteKind|null);

                /** LoggedWrite account */
                account?: (string|null);

                /** LoggedWrite amountMinor */
                amountMinor?: (number|null);

                /** LoggedWrite customer */
                customer?: (string|null);

                /** LoggedWrite requestId */
                requestId?: (passbook.v1.RequestId.$Properties|null);

                /** LoggedWrite position */
                position?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LoggedWrite. */
            type $Shape = passbook.v1.LoggedWrite.$Properties;
        }

        /**
         * Properties of an Origin.
         * @deprecated Use passbook.v1.Origin.$Properties instead.
         */
        interface IOrigin extends passbook.v1.Origin.$Properties {
        }

        /** Represents an Origin. */
        class Origin {

            /**
             * Constructs a new Origin.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Origin.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Origin branch. */
            branch: number;

            /** Origin nonce. */
            nonce: number;

            /**
             * Encodes the specified Origin message. Does not implicitly {@link passbook.v1.Origin.verify|verify} messages.
             * @param message Origin message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Origin.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Origin message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Origin & passbook.v1.Origin.$Shape} Origin
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Origin & passbook.v1.Origin.$Shape;
        }

        namespace Origin {

            /** Properties of an Origin. */
            interface $Properties {

                /** Origin branch */
                branch?: (number|null);

                /** Origin nonce */
                nonce?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Origin. */
            type $Shape = passbook.v1.Origin.$Properties;
        }

        /**
         * Properties of a WriteId.
         * @deprecated Use passbook.v1.WriteId.$Properties instead.
         */
        interface IWriteId extends passbook.v1.WriteId.$Properties {
        }

        /** Represents a WriteId. */
        class WriteId {

            /**
             * Constructs a new WriteId.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.WriteId.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WriteId origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /** WriteId sequence. */
            sequence: number;

            /**
             * Encodes the specified WriteId message. Does not implicitly {@link passbook.v1.WriteId.verify|verify} messages.
             * @param message WriteId message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.WriteId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteId message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.WriteId & passbook.v1.WriteId.$Shape} WriteId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.WriteId & passbook.v1.WriteId.$Shape;
        }

        namespace WriteId {

            /** Properties of a WriteId. */
            interface $Properties {

                /** WriteId origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** WriteId sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WriteId. */
            type $Shape = passbook.v1.WriteId.$Properties;
        }

        /**
         * Properties of a VersionVector.
         * @deprecated Use passbook.v1.VersionVector.$Properties instead.
         */
        interface IVersionVector extends passbook.v1.VersionVector.$Properties {
        }

        /** Represents a VersionVector. */
        class VersionVector {

            /**
             * Constructs a new VersionVector.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.VersionVector.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VersionVector branches. */
            branches: number[];

            /** VersionVector nonces. */
            nonces: number[];

            /** VersionVector sequences. */
            sequences: number[];

            /**
             * Encodes the specified VersionVector message. Does not implicitly {@link passbook.v1.VersionVector.verify|verify} messages.
             * @param message VersionVector message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.VersionVector.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VersionVector message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.VersionVector & passbook.v1.VersionVector.$Shape} VersionVector
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.VersionVector & passbook.v1.VersionVector.$Shape;
        }

        namespace VersionVector {

            /** Properties of a VersionVector. */
            interface $Properties {

                /** VersionVector branches */
                branches?: (number[]|null);

                /** VersionVector nonces */
                nonces?: (number[]|null);

                /** VersionVector sequences */
                sequences?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VersionVector. */
            type $Shape = passbook.v1.VersionVector.$Properties;
        }

        /**
         * Properties of a Passbook.
         * @deprecated Use passbook.v1.Passbook.$Properties instead.
         */
        interface IPassbook extends passbook.v1.Passbook.$Properties {
        }

        /** Represents a Passbook. */
        class Passbook {

            /**
             * Constructs a new Passbook.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Passbook.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Passbook bankId. */
            bankId: string;

            /** Passbook customer. */
            customer: string;

            /** Passbook branches. */
            branches: number[];

            /** Passbook nonces. */
            nonces: number[];

            /** Passbook written. */
            written: number[];

            /** Passbook read. */
            read: number[];

            /**
             * Encodes the specified Passbook message. Does not implicitly {@link passbook.v1.Passbook.verify|verify} messages.
             * @param message Passbook message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Passbook.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Passbook message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Passbook & passbook.v1.Passbook.$Shape} Passbook
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Passbook & passbook.v1.Passbook.$Shape;
        }

        namespace Passbook {

            /** Properties of a Passbook. */
            interface $Properties {

                /** Passbook bankId */
                bankId?: (string|null);

                /** Passbook customer */
                customer?: (string|null);

                /** Passbook branches */
                branches?: (number[]|null);

                /** Passbook nonces */
                nonces?: (number[]|null);

                /** Passbook written */
                written?: (number[]|null);

                /** Passbook read */
                read?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Passbook. */
            type $Shape = passbook.v1.Passbook.$Properties;
        }

        /** Guarantee enum. */
        enum Guarantee {

            /** GUARANTEE_UNSPECIFIED value */
            GUARANTEE_UNSPECIFIED = 0,

            /** GUARANTEE_READ_YOUR_WRITES value */
            GUARANTEE_READ_YOUR_WRITES = 1,

            /** GUARANTEE_MONOTONIC_READS value */
            GUARANTEE_MONOTONIC_READS = 2,

            /** GUARANTEE_MONOTONIC_WRITES value */
            GUARANTEE_MONOTONIC_WRITES = 3,

            /** GUARANTEE_WRITES_FOLLOW_READS value */
            GUARANTEE_WRITES_FOLLOW_READS = 4
        }

        /**
         * Properties of a GuaranteeSelection.
         * @deprecated Use passbook.v1.GuaranteeSelection.$Properties instead.
         */
        interface IGuaranteeSelection extends passbook.v1.GuaranteeSelection.$Properties {
        }

        /** Represents a GuaranteeSelection. */
        class GuaranteeSelection {

            /**
             * Constructs a new GuaranteeSelection.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.GuaranteeSelection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GuaranteeSelection guarantees. */
            guarantees: passbook.v1.Guarantee[];

            /**
             * Encodes the specified GuaranteeSelection message. Does not implicitly {@link passbook.v1.GuaranteeSelection.verify|verify} messages.
             * @param message GuaranteeSelection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.GuaranteeSelection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GuaranteeSelection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.GuaranteeSelection & passbook.v1.GuaranteeSelection.$Shape} GuaranteeSelection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.GuaranteeSelection & passbook.v1.GuaranteeSelection.$Shape;
        }

        namespace GuaranteeSelection {

            /** Properties of a GuaranteeSelection. */
            interface $Properties {

                /** GuaranteeSelection guarantees */
                guarantees?: (passbook.v1.Guarantee[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GuaranteeSelection. */
            type $Shape = passbook.v1.GuaranteeSelection.$Properties;
        }

        /** AckLevel enum. */
        enum AckLevel {

            /** ACK_LEVEL_UNSPECIFIED value */
            ACK_LEVEL_UNSPECIFIED = 0,

            /** ACK_LEVEL_LOCAL value */
            ACK_LEVEL_LOCAL = 1,

            /** ACK_LEVEL_MAJORITY value */
            ACK_LEVEL_MAJORITY = 2,

            /** ACK_LEVEL_ALL value */
            ACK_LEVEL_ALL = 3
        }

        /**
         * Properties of a RequestId.
         * @deprecated Use passbook.v1.RequestId.$Properties instead.
         */
        interface IRequestId extends passbook.v1.RequestId.$Properties {
        }

        /** Represents a RequestId. */
        class RequestId {

            /**
             * Constructs a new RequestId.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.RequestId.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RequestId session. */
            session: number;

            /** RequestId counter. */
            counter: number;

            /** RequestId settledBelow. */
            settledBelow: number;

            /** RequestId home. */
            home: number;

            /**
             * Encodes the specified RequestId message. Does not implicitly {@link passbook.v1.RequestId.verify|verify} messages.
             * @param message RequestId message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.RequestId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RequestId message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.RequestId & passbook.v1.RequestId.$Shape} RequestId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.RequestId & passbook.v1.RequestId.$Shape;
        }

        namespace RequestId {

            /** Properties of a RequestId. */
            interface $Properties {

                /** RequestId session */
                session?: (number|null);

                /** RequestId counter */
                counter?: (number|null);

                /** RequestId settledBelow */
                settledBelow?: (number|null);

                /** RequestId home */
                home?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RequestId. */
            type $Shape = passbook.v1.RequestId.$Properties;
        }

        /** Applied enum. */
        enum Applied {

            /** APPLIED_UNSPECIFIED value */
            APPLIED_UNSPECIFIED = 0,

            /** APPLIED_NO value */
            APPLIED_NO = 1,

            /** APPLIED_MAYBE value */
            APPLIED_MAYBE = 2,

            /** APPLIED_YES value */
            APPLIED_YES = 3
        }

        /** Reason enum. */
        enum Reason {

            /** REASON_UNSPECIFIED value */
            REASON_UNSPECIFIED = 0,

            /** REASON_INVALID_AMOUNT value */
            REASON_INVALID_AMOUNT = 1,

            /** REASON_INVALID_REQUEST value */
            REASON_INVALID_REQUEST = 2,

            /** REASON_SESSION_MALFORMED value */
            REASON_SESSION_MALFORMED = 3,

            /** REASON_SESSION_NOT_YOURS value */
            REASON_SESSION_NOT_YOURS = 4,

            /** REASON_ACCOUNT_NOT_FOUND value */
            REASON_ACCOUNT_NOT_FOUND = 5,

            /** REASON_BRANCH_NOT_FOUND value */
            REASON_BRANCH_NOT_FOUND = 6,

            /** REASON_REQUEST_ID_REUSED value */
            REASON_REQUEST_ID_REUSED = 7,

            /** REASON_REQUEST_SETTLED value */
            REASON_REQUEST_SETTLED = 8,

            /** REASON_INSUFFICIENT_FUNDS value */
            REASON_INSUFFICIENT_FUNDS = 9,

            /** REASON_ALLOWANCE_UNREACHABLE value */
            REASON_ALLOWANCE_UNREACHABLE = 10,

            /** REASON_SESSION_NOT_SATISFIED value */
            REASON_SESSION_NOT_SATISFIED = 11,

            /** REASON_ACK_LEVEL_NOT_REACHED value */
            REASON_ACK_LEVEL_NOT_REACHED = 12,

            /** REASON_OVERLOADED value */
            REASON_OVERLOADED = 13,

            /** REASON_CLOSING value */
            REASON_CLOSING = 14,

            /** REASON_OUTCOME_UNKNOWN value */
            REASON_OUTCOME_UNKNOWN = 15,

            /** REASON_BRANCH_UNREACHABLE value */
            REASON_BRANCH_UNREACHABLE = 16,

            /** REASON_RECOVERING value */
            REASON_RECOVERING = 17,

            /** REASON_DISK_FULL value */
            REASON_DISK_FULL = 18,

            /** REASON_MESSAGE_TOO_LARGE value */
            REASON_MESSAGE_TOO_LARGE = 19,

            /** REASON_WRITES_LOST value */
            REASON_WRITES_LOST = 20
        }

        /** Represents a TellerService */
        class TellerService extends $protobuf.rpc.Service {

            /**
             * Constructs a new TellerService service.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             */
            constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

            /** Calls Open. */
            open: passbook.v1.TellerService.Open;

            /** Calls Query. */
            query: passbook.v1.TellerService.Query;

            /** Calls Deposit. */
            deposit: passbook.v1.TellerService.Deposit;

            /** Calls Withdraw. */
            withdraw: passbook.v1.TellerService.Withdraw;

            /** Calls Transfer. */
            transfer: passbook.v1.TellerService.Transfer;

            /** Calls ListEntries. */
            listEntries: passbook.v1.TellerService.ListEntries;

            /** Calls Batch. */
            batch: passbook.v1.TellerService.Batch;
        }

        namespace TellerService {

            /**
             * Callback as used by {@link passbook.v1.TellerService#open}.
             * @param error Error, if any
             * @param [response] OpenResponse
             */
            type OpenCallback = (error: (Error|null), response?: passbook.v1.OpenResponse) => void;

            /** Calls Open. */
            type Open = {
              (request: passbook.v1.IOpenRequest, callback: passbook.v1.TellerService.OpenCallback): void;
              (request: passbook.v1.IOpenRequest): Promise<passbook.v1.OpenResponse>;
              readonly name: "Open";
              readonly path: "/passbook.v1.TellerService/Open";
              readonly requestType: "OpenRequest";
              readonly responseType: "OpenResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.TellerService#query}.
             * @param error Error, if any
             * @param [response] QueryResponse
             */
            type QueryCallback = (error: (Error|null), response?: passbook.v1.QueryResponse) => void;

            /** Calls Query. */
            type Query = {
              (request: passbook.v1.IQueryRequest, callback: passbook.v1.TellerService.QueryCallback): void;
              (request: passbook.v1.IQueryRequest): Promise<passbook.v1.QueryResponse>;
              readonly name: "Query";
              readonly path: "/passbook.v1.TellerService/Query";
              readonly requestType: "QueryRequest";
              readonly responseType: "QueryResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.TellerService#deposit}.
             * @param error Error, if any
             * @param [response] DepositResponse
             */
            type DepositCallback = (error: (Error|null), response?: passbook.v1.DepositResponse) => void;

            /** Calls Deposit. */
            type Deposit = {
              (request: passbook.v1.IDepositRequest, callback: passbook.v1.TellerService.DepositCallback): void;
              (request: passbook.v1.IDepositRequest): Promise<passbook.v1.DepositResponse>;
              readonly name: "Deposit";
              readonly path: "/passbook.v1.TellerService/Deposit";
              readonly requestType: "DepositRequest";
              readonly responseType: "DepositResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.TellerService#withdraw}.
             * @param error Error, if any
             * @param [response] WithdrawResponse
             */
            type WithdrawCallback = (error: (Error|null), response?: passbook.v1.WithdrawResponse) => void;

            /** Calls Withdraw. */
            type Withdraw = {
              (request: passbook.v1.IWithdrawRequest, callback: passbook.v1.TellerService.WithdrawCallback): void;
              (request: passbook.v1.IWithdrawRequest): Promise<passbook.v1.WithdrawResponse>;
              readonly name: "Withdraw";
              readonly path: "/passbook.v1.TellerService/Withdraw";
              readonly requestType: "WithdrawRequest";
              readonly responseType: "WithdrawResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.TellerService#transfer}.
             * @param error Error, if any
             * @param [response] TransferResponse
             */
            type TransferCallback = (error: (Error|null), response?: passbook.v1.TransferResponse) => void;

            /** Calls Transfer. */
            type Transfer = {
              (request: passbook.v1.ITransferRequest, callback: passbook.v1.TellerService.TransferCallback): void;
              (request: passbook.v1.ITransferRequest): Promise<passbook.v1.TransferResponse>;
              readonly name: "Transfer";
              readonly path: "/passbook.v1.TellerService/Transfer";
              readonly requestType: "TransferRequest";
              readonly responseType: "TransferResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.TellerService#listEntries}.
             * @param error Error, if any
             * @param [response] ListEntriesResponse
             */
            type ListEntriesCallback = (error: (Error|null), response?: passbook.v1.ListEntriesResponse) => void;

            /** Calls ListEntries. */
            type ListEntries = {
              (request: passbook.v1.IListEntriesRequest, callback: passbook.v1.TellerService.ListEntriesCallback): void;
              (request: passbook.v1.IListEntriesRequest): Promise<passbook.v1.ListEntriesResponse>;
              readonly name: "ListEntries";
              readonly path: "/passbook.v1.TellerService/ListEntries";
              readonly requestType: "ListEntriesRequest";
              readonly responseType: "ListEntriesResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link passbook.v1.TellerService#batch}.
             * @param error Error, if any
             * @param [response] BatchResponse
             */
            type BatchCallback = (error: (Error|null), response?: passbook.v1.BatchResponse) => void;

            /** Calls Batch. */
            type Batch = {
              (request: passbook.v1.IBatchRequest, callback: passbook.v1.TellerService.BatchCallback): void;
              (request: passbook.v1.IBatchRequest): Promise<passbook.v1.BatchResponse>;
              readonly name: "Batch";
              readonly path: "/passbook.v1.TellerService/Batch";
              readonly requestType: "BatchRequest";
              readonly responseType: "BatchResponse";
              readonly requestStream: true;
              readonly responseStream: true;
            };
        }

        /**
         * Properties of a RequestContext.
         * @deprecated Use passbook.v1.RequestContext.$Properties instead.
         */
        interface IRequestContext extends passbook.v1.RequestContext.$Properties {
        }

        /** Represents a RequestContext. */
        class RequestContext {

            /**
             * Constructs a new RequestContext.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.RequestContext.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RequestContext customer. */
            customer: string;

            /** RequestContext passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** RequestContext guarantees. */
            guarantees?: (passbook.v1.GuaranteeSelection.$Properties|null);

            /** RequestContext requestId. */
            requestId?: (passbook.v1.RequestId.$Properties|null);

            /**
             * Encodes the specified RequestContext message. Does not implicitly {@link passbook.v1.RequestContext.verify|verify} messages.
             * @param message RequestContext message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.RequestContext.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RequestContext message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.RequestContext & passbook.v1.RequestContext.$Shape} RequestContext
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.RequestContext & passbook.v1.RequestContext.$Shape;
        }

        namespace RequestContext {

            /** Properties of a RequestContext. */
            interface $Properties {

                /** RequestContext customer */
                customer?: (string|null);

                /** RequestContext passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** RequestContext guarantees */
                guarantees?: (passbook.v1.GuaranteeSelection.$Properties|null);

                /** RequestContext requestId */
                requestId?: (passbook.v1.RequestId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RequestContext. */
            type $Shape = passbook.v1.RequestContext.$Properties;
        }

        /**
         * Properties of an OpenRequest.
         * @deprecated Use passbook.v1.OpenRequest.$Properties instead.
         */
        interface IOpenRequest extends passbook.v1.OpenRequest.$Properties {
        }

        /** Represents an OpenRequest. */
        class OpenRequest {

            /**
             * Constructs a new OpenRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.OpenRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenRequest context. */
            context?: (passbook.v1.RequestContext.$Properties|null);

            /** OpenRequest label. */
            label: string;

            /** OpenRequest ackLevel. */
            ackLevel: passbook.v1.AckLevel;

            /**
             * Encodes the specified OpenRequest message. Does not implicitly {@link passbook.v1.OpenRequest.verify|verify} messages.
             * @param message OpenRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.OpenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.OpenRequest & passbook.v1.OpenRequest.$Shape} OpenRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.OpenRequest & passbook.v1.OpenRequest.$Shape;
        }

        namespace OpenRequest {

            /** Properties of an OpenRequest. */
            interface $Properties {

                /** OpenRequest context */
                context?: (passbook.v1.RequestContext.$Properties|null);

                /** OpenRequest label */
                label?: (string|null);

                /** OpenRequest ackLevel */
                ackLevel?: (passbook.v1.AckLevel|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenRequest. */
            type $Shape = passbook.v1.OpenRequest.$Properties;
        }

        /**
         * Properties of an OpenResponse.
         * @deprecated Use passbook.v1.OpenResponse.$Properties instead.
         */
        interface IOpenResponse extends passbook.v1.OpenResponse.$Properties {
        }

        /** Represents an OpenResponse. */
        class OpenResponse {

            /**
             * Constructs a new OpenResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.OpenResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OpenResponse passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** OpenResponse account. */
            account: string;

            /** OpenResponse writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** OpenResponse before. */
            before?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified OpenResponse message. Does not implicitly {@link passbook.v1.OpenResponse.verify|verify} messages.
             * @param message OpenResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.OpenResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OpenResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.OpenResponse & passbook.v1.OpenResponse.$Shape} OpenResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.OpenResponse & passbook.v1.OpenResponse.$Shape;
        }

        namespace OpenResponse {

            /** Properties of an OpenResponse. */
            interface $Properties {

                /** OpenResponse passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** OpenResponse account */
                account?: (string|null);

                /** OpenResponse writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** OpenResponse before */
                before?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OpenResponse. */
            type $Shape = passbook.v1.OpenResponse.$Properties;
        }

        /**
         * Properties of a QueryRequest.
         * @deprecated Use passbook.v1.QueryRequest.$Properties instead.
         */
        interface IQueryRequest extends passbook.v1.QueryRequest.$Properties {
        }

        /** Represents a QueryRequest. */
        class QueryRequest {

            /**
             * Constructs a new QueryRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.QueryRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** QueryRequest context. */
            context?: (passbook.v1.RequestContext.$Properties|null);

            /** QueryRequest account. */
            account: string;

            /** QueryRequest wantAvailableMinor. */
            wantAvailableMinor: number;

            /**
             * Encodes the specified QueryRequest message. Does not implicitly {@link passbook.v1.QueryRequest.verify|verify} messages.
             * @param message QueryRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.QueryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a QueryRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.QueryRequest & passbook.v1.QueryRequest.$Shape} QueryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.QueryRequest & passbook.v1.QueryRequest.$Shape;
        }

        namespace QueryRequest {

            /** Properties of a QueryRequest. */
            interface $Properties {

                /** QueryRequest context */
                context?: (passbook.v1.RequestContext.$Properties|null);

                /** QueryRequest account */
                account?: (string|null);

                /** QueryRequest wantAvailableMinor */
                wantAvailableMinor?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a QueryRequest. */
            type $Shape = passbook.v1.QueryRequest.$Properties;
        }

        /**
         * Properties of a QueryResponse.
         * @deprecated Use passbook.v1.QueryResponse.$Properties instead.
         */
        interface IQueryResponse extends passbook.v1.QueryResponse.$Properties {
        }

        /** Represents a QueryResponse. */
        class QueryResponse {

            /**
             * Constructs a new QueryResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.QueryResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** QueryResponse passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** QueryResponse balanceMinor. */
            balanceMinor: string;

            /** QueryResponse vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** QueryResponse creditsMinor. */
            creditsMinor: string;

            /** QueryResponse debitsMinor. */
            debitsMinor: string;

            /** QueryResponse availableMinor. */
            availableMinor: string;

            /**
             * Encodes the specified QueryResponse message. Does not implicitly {@link passbook.v1.QueryResponse.verify|verify} messages.
             * @param message QueryResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.QueryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a QueryResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.QueryResponse & passbook.v1.QueryResponse.$Shape} QueryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.QueryResponse & passbook.v1.QueryResponse.$Shape;
        }

        namespace QueryResponse {

            /** Properties of a QueryResponse. */
            interface $Properties {

                /** QueryResponse passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** QueryResponse balanceMinor */
                balanceMinor?: (string|null);

                /** QueryResponse vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** QueryResponse creditsMinor */
                creditsMinor?: (string|null);

                /** QueryResponse debitsMinor */
                debitsMinor?: (string|null);

                /** QueryResponse availableMinor */
                availableMinor?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a QueryResponse. */
            type $Shape = passbook.v1.QueryResponse.$Properties;
        }

        /**
         * Properties of a DepositRequest.
         * @deprecated Use passbook.v1.DepositRequest.$Properties instead.
         */
        interface IDepositRequest extends passbook.v1.DepositRequest.$Properties {
        }

        /** Represents a DepositRequest. */
        class DepositRequest {

            /**
             * Constructs a new DepositRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.DepositRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DepositRequest context. */
            context?: (passbook.v1.RequestContext.$Properties|null);

            /** DepositRequest account. */
            account: string;

            /** DepositRequest amountMinor. */
            amountMinor: number;

            /** DepositRequest ackLevel. */
            ackLevel: passbook.v1.AckLevel;

            /**
             * Encodes the specified DepositRequest message. Does not implicitly {@link passbook.v1.DepositRequest.verify|verify} messages.
             * @param message DepositRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.DepositRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DepositRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.DepositRequest & passbook.v1.DepositRequest.$Shape} DepositRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.DepositRequest & passbook.v1.DepositRequest.$Shape;
        }

        namespace DepositRequest {

            /** Properties of a DepositRequest. */
            interface $Properties {

                /** DepositRequest context */
                context?: (passbook.v1.RequestContext.$Properties|null);

                /** DepositRequest account */
                account?: (string|null);

                /** DepositRequest amountMinor */
                amountMinor?: (number|null);

                /** DepositRequest ackLevel */
                ackLevel?: (passbook.v1.AckLevel|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DepositRequest. */
            type $Shape = passbook.v1.DepositRequest.$Properties;
        }

        /**
         * Properties of a DepositResponse.
         * @deprecated Use passbook.v1.DepositResponse.$Properties instead.
         */
        interface IDepositResponse extends passbook.v1.DepositResponse.$Properties {
        }

        /** Represents a DepositResponse. */
        class DepositResponse {

            /**
             * Constructs a new DepositResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.DepositResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DepositResponse passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** DepositResponse writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** DepositResponse before. */
            before?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified DepositResponse message. Does not implicitly {@link passbook.v1.DepositResponse.verify|verify} messages.
             * @param message DepositResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.DepositResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DepositResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.DepositResponse & passbook.v1.DepositResponse.$Shape} DepositResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.DepositResponse & passbook.v1.DepositResponse.$Shape;
        }

        namespace DepositResponse {

            /** Properties of a DepositResponse. */
            interface $Properties {

                /** DepositResponse passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** DepositResponse writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** DepositResponse before */
                before?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DepositResponse. */
            type $Shape = passbook.v1.DepositResponse.$Properties;
        }

        /**
         * Properties of a WithdrawRequest.
         * @deprecated Use passbook.v1.WithdrawRequest.$Properties instead.
         */
        interface IWithdrawRequest extends passbook.v1.WithdrawRequest.$Properties {
        }

        /** Represents a WithdrawRequest. */
        class WithdrawRequest {

            /**
             * Constructs a new WithdrawRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.WithdrawRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WithdrawRequest context. */
            context?: (passbook.v1.RequestContext.$Properties|null);

            /** WithdrawRequest account. */
            account: string;

            /** WithdrawRequest amountMinor. */
            amountMinor: number;

            /** WithdrawRequest ackLevel. */
            ackLevel: passbook.v1.AckLevel;

            /**
             * Encodes the specified WithdrawRequest message. Does not implicitly {@link passbook.v1.WithdrawRequest.verify|verify} messages.
             * @param message WithdrawRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.WithdrawRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WithdrawRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.WithdrawRequest & passbook.v1.WithdrawRequest.$Shape} WithdrawRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.WithdrawRequest & passbook.v1.WithdrawRequest.$Shape;
        }

        namespace WithdrawRequest {

            /** Properties of a WithdrawRequest. */
            interface $Properties {

                /** WithdrawRequest context */
                context?: (passbook.v1.RequestContext.$Properties|null);

                /** WithdrawRequest account */
                account?: (string|null);

                /** WithdrawRequest amountMinor */
                amountMinor?: (number|null);

                /** WithdrawRequest ackLevel */
                ackLevel?: (passbook.v1.AckLevel|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WithdrawRequest. */
            type $Shape = passbook.v1.WithdrawRequest.$Properties;
        }

        /**
         * Properties of a WithdrawResponse.
         * @deprecated Use passbook.v1.WithdrawResponse.$Properties instead.
         */
        interface IWithdrawResponse extends passbook.v1.WithdrawResponse.$Properties {
        }

        /** Represents a WithdrawResponse. */
        class WithdrawResponse {

            /**
             * Constructs a new WithdrawResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.WithdrawResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WithdrawResponse passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** WithdrawResponse writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** WithdrawResponse before. */
            before?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified WithdrawResponse message. Does not implicitly {@link passbook.v1.WithdrawResponse.verify|verify} messages.
             * @param message WithdrawResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.WithdrawResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WithdrawResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.WithdrawResponse & passbook.v1.WithdrawResponse.$Shape} WithdrawResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.WithdrawResponse & passbook.v1.WithdrawResponse.$Shape;
        }

        namespace WithdrawResponse {

            /** Properties of a WithdrawResponse. */
            interface $Properties {

                /** WithdrawResponse passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** WithdrawResponse writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** WithdrawResponse before */
                before?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WithdrawResponse. */
            type $Shape = passbook.v1.WithdrawResponse.$Properties;
        }

        /**
         * Properties of a TransferRequest.
         * @deprecated Use passbook.v1.TransferRequest.$Properties instead.
         */
        interface ITransferRequest extends passbook.v1.TransferRequest.$Properties {
        }

        /** Represents a TransferRequest. */
        class TransferRequest {

            /**
             * Constructs a new TransferRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.TransferRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferRequest context. */
            context?: (passbook.v1.RequestContext.$Properties|null);

            /** TransferRequest fromAccount. */
            fromAccount: string;

            /** TransferRequest toAccount. */
            toAccount: string;

            /** TransferRequest amountMinor. */
            amountMinor: number;

            /** TransferRequest ackLevel. */
            ackLevel: passbook.v1.AckLevel;

            /**
             * Encodes the specified TransferRequest message. Does not implicitly {@link passbook.v1.TransferRequest.verify|verify} messages.
             * @param message TransferRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.TransferRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.TransferRequest & passbook.v1.TransferRequest.$Shape} TransferRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.TransferRequest & passbook.v1.TransferRequest.$Shape;
        }

        namespace TransferRequest {

            /** Properties of a TransferRequest. */
            interface $Properties {

                /** TransferRequest context */
                context?: (passbook.v1.RequestContext.$Properties|null);

                /** TransferRequest fromAccount */
                fromAccount?: (string|null);

                /** TransferRequest toAccount */
                toAccount?: (string|null);

                /** TransferRequest amountMinor */
                amountMinor?: (number|null);

                /** TransferRequest ackLevel */
                ackLevel?: (passbook.v1.AckLevel|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferRequest. */
            type $Shape = passbook.v1.TransferRequest.$Properties;
        }

        /**
         * Properties of a TransferResponse.
         * @deprecated Use passbook.v1.TransferResponse.$Properties instead.
         */
        interface ITransferResponse extends passbook.v1.TransferResponse.$Properties {
        }

        /** Represents a TransferResponse. */
        class TransferResponse {

            /**
             * Constructs a new TransferResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.TransferResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransferResponse passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** TransferResponse writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** TransferResponse before. */
            before?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified TransferResponse message. Does not implicitly {@link passbook.v1.TransferResponse.verify|verify} messages.
             * @param message TransferResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.TransferResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransferResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.TransferResponse & passbook.v1.TransferResponse.$Shape} TransferResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.TransferResponse & passbook.v1.TransferResponse.$Shape;
        }

        namespace TransferResponse {

            /** Properties of a TransferResponse. */
            interface $Properties {

                /** TransferResponse passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** TransferResponse writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** TransferResponse before */
                before?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransferResponse. */
            type $Shape = passbook.v1.TransferResponse.$Properties;
        }

        /**
         * Properties of a ListEntriesRequest.
         * @deprecated Use passbook.v1.ListEntriesRequest.$Properties instead.
         */
        interface IListEntriesRequest extends passbook.v1.ListEntriesRequest.$Properties {
        }

        /** Represents a ListEntriesRequest. */
        class ListEntriesRequest {

            /**
             * Constructs a new ListEntriesRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.ListEntriesRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListEntriesRequest context. */
            context?: (passbook.v1.RequestContext.$Properties|null);

            /** ListEntriesRequest account. */
            account: string;

            /** ListEntriesRequest pageSize. */
            pageSize: number;

            /** ListEntriesRequest pageToken. */
            pageToken: string;

            /**
             * Encodes the specified ListEntriesRequest message. Does not implicitly {@link passbook.v1.ListEntriesRequest.verify|verify} messages.
             * @param message ListEntriesRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.ListEntriesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListEntriesRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.ListEntriesRequest & passbook.v1.ListEntriesRequest.$Shape} ListEntriesRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.ListEntriesRequest & passbook.v1.ListEntriesRequest.$Shape;
        }

        namespace ListEntriesRequest {

            /** Properties of a ListEntriesRequest. */
            interface $Properties {

                /** ListEntriesRequest context */
                context?: (passbook.v1.RequestContext.$Properties|null);

                /** ListEntriesRequest account */
                account?: (string|null);

                /** ListEntriesRequest pageSize */
                pageSize?: (number|null);

                /** ListEntriesRequest pageToken */
                pageToken?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListEntriesRequest. */
            type $Shape = passbook.v1.ListEntriesRequest.$Properties;
        }

        /**
         * Properties of a ListEntriesResponse.
         * @deprecated Use passbook.v1.ListEntriesResponse.$Properties instead.
         */
        interface IListEntriesResponse extends passbook.v1.ListEntriesResponse.$Properties {
        }

        /** Represents a ListEntriesResponse. */
        class ListEntriesResponse {

            /**
             * Constructs a new ListEntriesResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.ListEntriesResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListEntriesResponse passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /** ListEntriesResponse entries. */
            entries: passbook.v1.Entry.$Properties[];

            /** ListEntriesResponse nextPageToken. */
            nextPageToken: string;

            /** ListEntriesResponse vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** ListEntriesResponse broughtForwardCreditsMinor. */
            broughtForwardCreditsMinor: string;

            /** ListEntriesResponse broughtForwardDebitsMinor. */
            broughtForwardDebitsMinor: string;

            /**
             * Encodes the specified ListEntriesResponse message. Does not implicitly {@link passbook.v1.ListEntriesResponse.verify|verify} messages.
             * @param message ListEntriesResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.ListEntriesResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListEntriesResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.ListEntriesResponse & passbook.v1.ListEntriesResponse.$Shape} ListEntriesResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.ListEntriesResponse & passbook.v1.ListEntriesResponse.$Shape;
        }

        namespace ListEntriesResponse {

            /** Properties of a ListEntriesResponse. */
            interface $Properties {

                /** ListEntriesResponse passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** ListEntriesResponse entries */
                entries?: (passbook.v1.Entry.$Properties[]|null);

                /** ListEntriesResponse nextPageToken */
                nextPageToken?: (string|null);

                /** ListEntriesResponse vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** ListEntriesResponse broughtForwardCreditsMinor */
                broughtForwardCreditsMinor?: (string|null);

                /** ListEntriesResponse broughtForwardDebitsMinor */
                broughtForwardDebitsMinor?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListEntriesResponse. */
            type $Shape = passbook.v1.ListEntriesResponse.$Properties;
        }

        /**
         * Properties of an Entry.
         * @deprecated Use passbook.v1.Entry.$Properties instead.
         */
        interface IEntry extends passbook.v1.Entry.$Properties {
        }

        /** Represents an Entry. */
        class Entry {

            /**
             * Constructs a new Entry.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Entry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Entry writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** Entry kind. */
            kind: passbook.v1.WriteKind;

            /** Entry amountMinor. */
            amountMinor: number;

            /** Entry otherAccount. */
            otherAccount: string;

            /** Entry customer. */
            customer: string;

            /**
             * Encodes the specified Entry message. Does not implicitly {@link passbook.v1.Entry.verify|verify} messages.
             * @param message Entry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Entry & passbook.v1.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Entry & passbook.v1.Entry.$Shape;
        }

        namespace Entry {

            /** Properties of an Entry. */
            interface $Properties {

                /** Entry writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** Entry kind */
                kind?: (passbook.v1.WriteKind|null);

                /** Entry amountMinor */
                amountMinor?: (number|null);

                /** Entry otherAccount */
                otherAccount?: (string|null);

                /** Entry customer */
                customer?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Entry. */
            type $Shape = passbook.v1.Entry.$Properties;
        }

        /** WriteKind enum. */
        enum WriteKind {

            /** WRITE_KIND_UNSPECIFIED value */
            WRITE_KIND_UNSPECIFIED = 0,

            /** WRITE_KIND_OPEN value */
            WRITE_KIND_OPEN = 1,

            /** WRITE_KIND_DEPOSIT value */
            WRITE_KIND_DEPOSIT = 2,

            /** WRITE_KIND_WITHDRAW value */
            WRITE_KIND_WITHDRAW = 3,

            /** WRITE_KIND_TRANSFER value */
            WRITE_KIND_TRANSFER = 4,

            /** WRITE_KIND_GRANT value */
            WRITE_KIND_GRANT = 5,

            /** WRITE_KIND_CEDE value */
            WRITE_KIND_CEDE = 6,

            /** WRITE_KIND_VOID value */
            WRITE_KIND_VOID = 7,

            /** WRITE_KIND_FENCE value */
            WRITE_KIND_FENCE = 8,

            /** WRITE_KIND_SEAL value */
            WRITE_KIND_SEAL = 9,

            /** WRITE_KIND_JOIN value */
            WRITE_KIND_JOIN = 10
        }

        /** OperationKind enum. */
        enum OperationKind {

            /** OPERATION_KIND_UNSPECIFIED value */
            OPERATION_KIND_UNSPECIFIED = 0,

            /** OPERATION_KIND_QUERY value */
            OPERATION_KIND_QUERY = 1,

            /** OPERATION_KIND_DEPOSIT value */
            OPERATION_KIND_DEPOSIT = 2,

            /** OPERATION_KIND_WITHDRAW value */
            OPERATION_KIND_WITHDRAW = 3,

            /** OPERATION_KIND_TRANSFER value */
            OPERATION_KIND_TRANSFER = 4,

            /** OPERATION_KIND_OPEN value */
            OPERATION_KIND_OPEN = 5
        }

        /**
         * Properties of a BatchRequest.
         * @deprecated Use passbook.v1.BatchRequest.$Properties instead.
         */
        interface IBatchRequest extends passbook.v1.BatchRequest.$Properties {
        }

        /** Represents a BatchRequest. */
        class BatchRequest {

            /**
             * Constructs a new BatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.BatchRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BatchRequest sessions. */
            sessions: passbook.v1.SessionBinding.$Properties[];

            /** BatchRequest accounts. */
            accounts: string[];

            /** BatchRequest kinds. */
            kinds: passbook.v1.OperationKind[];

            /** BatchRequest sessionNumbers. */
            sessionNumbers: number[];

            /** BatchRequest accountNumbers. */
            accountNumbers: number[];

            /** BatchRequest amountsMinor. */
            amountsMinor: number[];

            /** BatchRequest toAccountNumbers. */
            toAccountNumbers: number[];

            /** BatchRequest counters. */
            counters: number[];

            /** BatchRequest settledBelow. */
            settledBelow: number[];

            /** BatchRequest timeoutsMs. */
            timeoutsMs: number[];

            /** BatchRequest guaranteeBits. */
            guaranteeBits: number[];

            /** BatchRequest ackLevels. */
            ackLevels: passbook.v1.AckLevel[];

            /** BatchRequest passbooks. */
            passbooks: passbook.v1.PassbookAt.$Properties[];

            /** BatchRequest labels. */
            labels: string[];

            /** BatchRequest homes. */
            homes: number[];

            /**
             * Encodes the specified BatchRequest message. Does not implicitly {@link passbook.v1.BatchRequest.verify|verify} messages.
             * @param message BatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.BatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.BatchRequest & passbook.v1.BatchRequest.$Shape} BatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.BatchRequest & passbook.v1.BatchRequest.$Shape;
        }

        namespace BatchRequest {

            /** Properties of a BatchRequest. */
            interface $Properties {

                /** BatchRequest sessions */
                sessions?: (passbook.v1.SessionBinding.$Properties[]|null);

                /** BatchRequest accounts */
                accounts?: (string[]|null);

                /** BatchRequest kinds */
                kinds?: (passbook.v1.OperationKind[]|null);

                /** BatchRequest sessionNumbers */
                sessionNumbers?: (number[]|null);

                /** BatchRequest accountNumbers */
                accountNumbers?: (number[]|null);

                /** BatchRequest amountsMinor */
                amountsMinor?: (number[]|null);

                /** BatchRequest toAccountNumbers */
                toAccountNumbers?: (number[]|null);

                /** BatchRequest counters */
                counters?: (number[]|null);

                /** BatchRequest settledBelow */
                settledBelow?: (number[]|null);

                /** BatchRequest timeoutsMs */
                timeoutsMs?: (number[]|null);

                /** BatchRequest guaranteeBits */
                guaranteeBits?: (number[]|null);

                /** BatchRequest ackLevels */
                ackLevels?: (passbook.v1.AckLevel[]|null);

                /** BatchRequest passbooks */
                passbooks?: (passbook.v1.PassbookAt.$Properties[]|null);

                /** BatchRequest labels */
                labels?: (string[]|null);

                /** BatchRequest homes */
                homes?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BatchRequest. */
            type $Shape = passbook.v1.BatchRequest.$Properties;
        }

        /**
         * Properties of a SessionBinding.
         * @deprecated Use passbook.v1.SessionBinding.$Properties instead.
         */
        interface ISessionBinding extends passbook.v1.SessionBinding.$Properties {
        }

        /** Represents a SessionBinding. */
        class SessionBinding {

            /**
             * Constructs a new SessionBinding.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.SessionBinding.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SessionBinding customer. */
            customer: string;

            /** SessionBinding session. */
            session: number;

            /**
             * Encodes the specified SessionBinding message. Does not implicitly {@link passbook.v1.SessionBinding.verify|verify} messages.
             * @param message SessionBinding message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.SessionBinding.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SessionBinding message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.SessionBinding & passbook.v1.SessionBinding.$Shape} SessionBinding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.SessionBinding & passbook.v1.SessionBinding.$Shape;
        }

        namespace SessionBinding {

            /** Properties of a SessionBinding. */
            interface $Properties {

                /** SessionBinding customer */
                customer?: (string|null);

                /** SessionBinding session */
                session?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SessionBinding. */
            type $Shape = passbook.v1.SessionBinding.$Properties;
        }

        /**
         * Properties of a PassbookAt.
         * @deprecated Use passbook.v1.PassbookAt.$Properties instead.
         */
        interface IPassbookAt extends passbook.v1.PassbookAt.$Properties {
        }

        /** Represents a PassbookAt. */
        class PassbookAt {

            /**
             * Constructs a new PassbookAt.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.PassbookAt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PassbookAt at. */
            at: number;

            /** PassbookAt passbook. */
            passbook?: (passbook.v1.Passbook.$Properties|null);

            /**
             * Encodes the specified PassbookAt message. Does not implicitly {@link passbook.v1.PassbookAt.verify|verify} messages.
             * @param message PassbookAt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.PassbookAt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PassbookAt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.PassbookAt & passbook.v1.PassbookAt.$Shape} PassbookAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.PassbookAt & passbook.v1.PassbookAt.$Shape;
        }

        namespace PassbookAt {

            /** Properties of a PassbookAt. */
            interface $Properties {

                /** PassbookAt at */
                at?: (number|null);

                /** PassbookAt passbook */
                passbook?: (passbook.v1.Passbook.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PassbookAt. */
            type $Shape = passbook.v1.PassbookAt.$Properties;
        }

        /**
         * Properties of a BatchResponse.
         * @deprecated Use passbook.v1.BatchResponse.$Properties instead.
         */
        interface IBatchResponse extends passbook.v1.BatchResponse.$Properties {
        }

        /** Represents a BatchResponse. */
        class BatchResponse {

            /**
             * Constructs a new BatchResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.BatchResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BatchResponse welcome. */
            welcome?: (passbook.v1.Welcome.$Properties|null);

            /** BatchResponse operations. */
            operations: number[];

            /** BatchResponse reasons. */
            reasons: passbook.v1.Reason[];

            /** BatchResponse sequences. */
            sequences: number[];

            /** BatchResponse balancesMinor. */
            balancesMinor: string[];

            /** BatchResponse origins. */
            origins: passbook.v1.Origin.$Properties[];

            /** BatchResponse changeAt. */
            changeAt: number[];

            /** BatchResponse changeOrigin. */
            changeOrigin: number[];

            /** BatchResponse changeSequence. */
            changeSequence: number[];

            /** BatchResponse refusals. */
            refusals: passbook.v1.RefusalAt.$Properties[];

            /** BatchResponse creditsMinor. */
            creditsMinor: string[];

            /** BatchResponse availableMinor. */
            availableMinor: string[];

            /** BatchResponse written. */
            written: passbook.v1.WrittenAt.$Properties[];

            /**
             * Encodes the specified BatchResponse message. Does not implicitly {@link passbook.v1.BatchResponse.verify|verify} messages.
             * @param message BatchResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.BatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BatchResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.BatchResponse & passbook.v1.BatchResponse.$Shape} BatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.BatchResponse & passbook.v1.BatchResponse.$Shape;
        }

        namespace BatchResponse {

            /** Properties of a BatchResponse. */
            interface $Properties {

                /** BatchResponse welcome */
                welcome?: (passbook.v1.Welcome.$Properties|null);

                /** BatchResponse operations */
                operations?: (number[]|null);

                /** BatchResponse reasons */
                reasons?: (passbook.v1.Reason[]|null);

                /** BatchResponse sequences */
                sequences?: (number[]|null);

                /** BatchResponse balancesMinor */
                balancesMinor?: (string[]|null);

                /** BatchResponse origins */
                origins?: (passbook.v1.Origin.$Properties[]|null);

                /** BatchResponse changeAt */
                changeAt?: (number[]|null);

                /** BatchResponse changeOrigin */
                changeOrigin?: (number[]|null);

                /** BatchResponse changeSequence */
                changeSequence?: (number[]|null);

                /** BatchResponse refusals */
                refusals?: (passbook.v1.RefusalAt.$Properties[]|null);

                /** BatchResponse creditsMinor */
                creditsMinor?: (string[]|null);

                /** BatchResponse availableMinor */
                availableMinor?: (string[]|null);

                /** BatchResponse written */
                written?: (passbook.v1.WrittenAt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BatchResponse. */
            type $Shape = passbook.v1.BatchResponse.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use passbook.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends passbook.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome bankId. */
            bankId: string;

            /** Welcome origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link passbook.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Welcome & passbook.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Welcome & passbook.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome bankId */
                bankId?: (string|null);

                /** Welcome origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = passbook.v1.Welcome.$Properties;
        }

        /**
         * Properties of a RefusalAt.
         * @deprecated Use passbook.v1.RefusalAt.$Properties instead.
         */
        interface IRefusalAt extends passbook.v1.RefusalAt.$Properties {
        }

        /** Represents a RefusalAt. */
        class RefusalAt {

            /**
             * Constructs a new RefusalAt.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.RefusalAt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefusalAt at. */
            at: number;

            /** RefusalAt applied. */
            applied: passbook.v1.Applied;

            /** RefusalAt message. */
            message: string;

            /** RefusalAt metadata. */
            metadata: { [k: string]: string };

            /** RefusalAt revealsState. */
            revealsState: boolean;

            /** RefusalAt final. */
            final: boolean;

            /**
             * Encodes the specified RefusalAt message. Does not implicitly {@link passbook.v1.RefusalAt.verify|verify} messages.
             * @param message RefusalAt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.RefusalAt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefusalAt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.RefusalAt & passbook.v1.RefusalAt.$Shape} RefusalAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.RefusalAt & passbook.v1.RefusalAt.$Shape;
        }

        namespace RefusalAt {

            /** Properties of a RefusalAt. */
            interface $Properties {

                /** RefusalAt at */
                at?: (number|null);

                /** RefusalAt applied */
                applied?: (passbook.v1.Applied|null);

                /** RefusalAt message */
                message?: (string|null);

                /** RefusalAt metadata */
                metadata?: ({ [k: string]: string }|null);

                /** RefusalAt revealsState */
                revealsState?: (boolean|null);

                /** RefusalAt final */
                final?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefusalAt. */
            type $Shape = passbook.v1.RefusalAt.$Properties;
        }

        /**
         * Properties of a WrittenAt.
         * @deprecated Use passbook.v1.WrittenAt.$Properties instead.
         */
        interface IWrittenAt extends passbook.v1.WrittenAt.$Properties {
        }

        /** Represents a WrittenAt. */
        class WrittenAt {

            /**
             * Constructs a new WrittenAt.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.WrittenAt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WrittenAt at. */
            at: number;

            /** WrittenAt writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** WrittenAt before. */
            before?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified WrittenAt message. Does not implicitly {@link passbook.v1.WrittenAt.verify|verify} messages.
             * @param message WrittenAt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.WrittenAt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WrittenAt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.WrittenAt & passbook.v1.WrittenAt.$Shape} WrittenAt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.WrittenAt & passbook.v1.WrittenAt.$Shape;
        }

        namespace WrittenAt {

            /** Properties of a WrittenAt. */
            interface $Properties {

                /** WrittenAt at */
                at?: (number|null);

                /** WrittenAt writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** WrittenAt before */
                before?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WrittenAt. */
            type $Shape = passbook.v1.WrittenAt.$Properties;
        }

        /** Represents a PropagationService */
        class PropagationService extends $protobuf.rpc.Service {

            /**
             * Constructs a new PropagationService service.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             */
            constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

            /** Calls Link. */
            link: passbook.v1.PropagationService.Link;
        }

        namespace PropagationService {

            /**
             * Callback as used by {@link passbook.v1.PropagationService#link}.
             * @param error Error, if any
             * @param [response] LinkResponse
             */
            type LinkCallback = (error: (Error|null), response?: passbook.v1.LinkResponse) => void;

            /** Calls Link. */
            type Link = {
              (request: passbook.v1.ILinkRequest, callback: passbook.v1.PropagationService.LinkCallback): void;
              (request: passbook.v1.ILinkRequest): Promise<passbook.v1.LinkResponse>;
              readonly name: "Link";
              readonly path: "/passbook.v1.PropagationService/Link";
              readonly requestType: "LinkRequest";
              readonly responseType: "LinkResponse";
              readonly requestStream: true;
              readonly responseStream: true;
            };
        }

        /**
         * Properties of a LinkRequest.
         * @deprecated Use passbook.v1.LinkRequest.$Properties instead.
         */
        interface ILinkRequest extends passbook.v1.LinkRequest.$Properties {
        }

        /** Represents a LinkRequest. */
        class LinkRequest {

            /**
             * Constructs a new LinkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.LinkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkRequest messages. */
            messages: passbook.v1.PeerMessage.$Properties[];

            /**
             * Encodes the specified LinkRequest message. Does not implicitly {@link passbook.v1.LinkRequest.verify|verify} messages.
             * @param message LinkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.LinkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.LinkRequest & passbook.v1.LinkRequest.$Shape} LinkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.LinkRequest & passbook.v1.LinkRequest.$Shape;
        }

        namespace LinkRequest {

            /** Properties of a LinkRequest. */
            interface $Properties {

                /** LinkRequest messages */
                messages?: (passbook.v1.PeerMessage.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkRequest. */
            type $Shape = {
              messages?: passbook.v1.PeerMessage.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a LinkResponse.
         * @deprecated Use passbook.v1.LinkResponse.$Properties instead.
         */
        interface ILinkResponse extends passbook.v1.LinkResponse.$Properties {
        }

        /** Represents a LinkResponse. */
        class LinkResponse {

            /**
             * Constructs a new LinkResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.LinkResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkResponse messages. */
            messages: passbook.v1.PeerMessage.$Properties[];

            /**
             * Encodes the specified LinkResponse message. Does not implicitly {@link passbook.v1.LinkResponse.verify|verify} messages.
             * @param message LinkResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.LinkResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.LinkResponse & passbook.v1.LinkResponse.$Shape} LinkResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.LinkResponse & passbook.v1.LinkResponse.$Shape;
        }

        namespace LinkResponse {

            /** Properties of a LinkResponse. */
            interface $Properties {

                /** LinkResponse messages */
                messages?: (passbook.v1.PeerMessage.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkResponse. */
            type $Shape = {
              messages?: passbook.v1.PeerMessage.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PeerMessage.
         * @deprecated Use passbook.v1.PeerMessage.$Properties instead.
         */
        interface IPeerMessage extends passbook.v1.PeerMessage.$Properties {
        }

        /** Represents a PeerMessage. */
        class PeerMessage {

            /**
             * Constructs a new PeerMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.PeerMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerMessage hello. */
            hello?: (passbook.v1.Hello.$Properties|null);

            /** PeerMessage writes. */
            writes?: (passbook.v1.Writes.$Properties|null);

            /** PeerMessage progress. */
            progress?: (passbook.v1.Progress.$Properties|null);

            /** PeerMessage fetch. */
            fetch?: (passbook.v1.Fetch.$Properties|null);

            /** PeerMessage allowanceRequest. */
            allowanceRequest?: (passbook.v1.AllowanceRequest.$Properties|null);

            /** PeerMessage allowanceReply. */
            allowanceReply?: (passbook.v1.AllowanceReply.$Properties|null);

            /** PeerMessage claim. */
            claim?: (passbook.v1.Claim.$Properties|null);

            /** PeerMessage claimReply. */
            claimReply?: (passbook.v1.ClaimReply.$Properties|null);

            /** PeerMessage fenceRequest. */
            fenceRequest?: (passbook.v1.FenceRequest.$Properties|null);

            /** PeerMessage dismissal. */
            dismissal?: (passbook.v1.Dismissal.$Properties|null);

            /** PeerMessage message. */
            message?: ("hello"|"writes"|"progress"|"fetch"|"allowanceRequest"|"allowanceReply"|"claim"|"claimReply"|"fenceRequest"|"dismissal");

            /**
             * Encodes the specified PeerMessage message. Does not implicitly {@link passbook.v1.PeerMessage.verify|verify} messages.
             * @param message PeerMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.PeerMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.PeerMessage & passbook.v1.PeerMessage.$Shape} PeerMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.PeerMessage & passbook.v1.PeerMessage.$Shape;
        }

        namespace PeerMessage {

            /** Properties of a PeerMessage. */
            interface $Properties {

                /** PeerMessage hello */
                hello?: (passbook.v1.Hello.$Properties|null);

                /** PeerMessage writes */
                writes?: (passbook.v1.Writes.$Properties|null);

                /** PeerMessage progress */
                progress?: (passbook.v1.Progress.$Properties|null);

                /** PeerMessage fetch */
                fetch?: (passbook.v1.Fetch.$Properties|null);

                /** PeerMessage allowanceRequest */
                allowanceRequest?: (passbook.v1.AllowanceRequest.$Properties|null);

                /** PeerMessage allowanceReply */
                allowanceReply?: (passbook.v1.AllowanceReply.$Properties|null);

                /** PeerMessage claim */
                claim?: (passbook.v1.Claim.$Properties|null);

                /** PeerMessage claimReply */
                claimReply?: (passbook.v1.ClaimReply.$Properties|null);

                /** PeerMessage fenceRequest */
                fenceRequest?: (passbook.v1.FenceRequest.$Properties|null);

                /** PeerMessage dismissal */
                dismissal?: (passbook.v1.Dismissal.$Properties|null);

                /** PeerMessage message */
                message?: ("hello"|"writes"|"progress"|"fetch"|"allowanceRequest"|"allowanceReply"|"claim"|"claimReply"|"fenceRequest"|"dismissal");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerMessage. */
            type $Shape = {
              hello?: passbook.v1.Hello.$Shape|null;
              writes?: passbook.v1.Writes.$Shape|null;
              progress?: passbook.v1.Progress.$Shape|null;
              fetch?: passbook.v1.Fetch.$Shape|null;
              allowanceRequest?: passbook.v1.AllowanceRequest.$Shape|null;
              allowanceReply?: passbook.v1.AllowanceReply.$Shape|null;
              claim?: passbook.v1.Claim.$Shape|null;
              claimReply?: passbook.v1.ClaimReply.$Shape|null;
              fenceRequest?: passbook.v1.FenceRequest.$Shape|null;
              dismissal?: passbook.v1.Dismissal.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "hello"; hello: passbook.v1.Hello.$Shape; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "writes"; hello?: null; writes: passbook.v1.Writes.$Shape; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "progress"; hello?: null; writes?: null; progress: passbook.v1.Progress.$Shape; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "fetch"; hello?: null; writes?: null; progress?: null; fetch: passbook.v1.Fetch.$Shape; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "allowanceRequest"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest: passbook.v1.AllowanceRequest.$Shape; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "allowanceReply"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply: passbook.v1.AllowanceReply.$Shape; claim?: null; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "claim"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim: passbook.v1.Claim.$Shape; claimReply?: null; fenceRequest?: null; dismissal?: null }|{ message?: "claimReply"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply: passbook.v1.ClaimReply.$Shape; fenceRequest?: null; dismissal?: null }|{ message?: "fenceRequest"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest: passbook.v1.FenceRequest.$Shape; dismissal?: null }|{ message?: "dismissal"; hello?: null; writes?: null; progress?: null; fetch?: null; allowanceRequest?: null; allowanceReply?: null; claim?: null; claimReply?: null; fenceRequest?: null; dismissal: passbook.v1.Dismissal.$Shape })
            );
        }

        /**
         * Properties of a Hello.
         * @deprecated Use passbook.v1.Hello.$Properties instead.
         */
        interface IHello extends passbook.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello bankId. */
            bankId: string;

            /** Hello origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /** Hello vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** Hello received. */
            received?: (passbook.v1.VersionVector.$Properties|null);

            /** Hello wantsAnswer. */
            wantsAnswer: boolean;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link passbook.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Hello & passbook.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Hello & passbook.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello bankId */
                bankId?: (string|null);

                /** Hello origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** Hello vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** Hello received */
                received?: (passbook.v1.VersionVector.$Properties|null);

                /** Hello wantsAnswer */
                wantsAnswer?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = passbook.v1.Hello.$Properties;
        }

        /**
         * Properties of a Writes.
         * @deprecated Use passbook.v1.Writes.$Properties instead.
         */
        interface IWrites extends passbook.v1.Writes.$Properties {
        }

        /** Represents a Writes. */
        class Writes {

            /**
             * Constructs a new Writes.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Writes.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Writes batches. */
            batches: Uint8Array[];

            /**
             * Encodes the specified Writes message. Does not implicitly {@link passbook.v1.Writes.verify|verify} messages.
             * @param message Writes message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Writes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Writes message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Writes & passbook.v1.Writes.$Shape} Writes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Writes & passbook.v1.Writes.$Shape;
        }

        namespace Writes {

            /** Properties of a Writes. */
            interface $Properties {

                /** Writes batches */
                batches?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Writes. */
            type $Shape = passbook.v1.Writes.$Properties;
        }

        /**
         * Properties of a Progress.
         * @deprecated Use passbook.v1.Progress.$Properties instead.
         */
        interface IProgress extends passbook.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified Progress message. Does not implicitly {@link passbook.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Progress & passbook.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Progress & passbook.v1.Progress.$Shape;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = passbook.v1.Progress.$Properties;
        }

        /**
         * Properties of a Fetch.
         * @deprecated Use passbook.v1.Fetch.$Properties instead.
         */
        interface IFetch extends passbook.v1.Fetch.$Properties {
        }

        /** Represents a Fetch. */
        class Fetch {

            /**
             * Constructs a new Fetch.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Fetch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Fetch origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /** Fetch first. */
            first: number;

            /** Fetch last. */
            last: number;

            /**
             * Encodes the specified Fetch message. Does not implicitly {@link passbook.v1.Fetch.verify|verify} messages.
             * @param message Fetch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Fetch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Fetch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Fetch & passbook.v1.Fetch.$Shape} Fetch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Fetch & passbook.v1.Fetch.$Shape;
        }

        namespace Fetch {

            /** Properties of a Fetch. */
            interface $Properties {

                /** Fetch origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** Fetch first */
                first?: (number|null);

                /** Fetch last */
                last?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Fetch. */
            type $Shape = passbook.v1.Fetch.$Properties;
        }

        /**
         * Properties of an AllowanceRequest.
         * @deprecated Use passbook.v1.AllowanceRequest.$Properties instead.
         */
        interface IAllowanceRequest extends passbook.v1.AllowanceRequest.$Properties {
        }

        /** Represents an AllowanceRequest. */
        class AllowanceRequest {

            /**
             * Constructs a new AllowanceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.AllowanceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AllowanceRequest round. */
            round: number;

            /** AllowanceRequest account. */
            account?: (passbook.v1.AccountId.$Properties|null);

            /** AllowanceRequest wantedMinor. */
            wantedMinor: string;

            /** AllowanceRequest amountMinor. */
            amountMinor: number;

            /** AllowanceRequest tieBreaker. */
            tieBreaker: string;

            /** AllowanceRequest vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified AllowanceRequest message. Does not implicitly {@link passbook.v1.AllowanceRequest.verify|verify} messages.
             * @param message AllowanceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.AllowanceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AllowanceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.AllowanceRequest & passbook.v1.AllowanceRequest.$Shape} AllowanceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.AllowanceRequest & passbook.v1.AllowanceRequest.$Shape;
        }

        namespace AllowanceRequest {

            /** Properties of an AllowanceRequest. */
            interface $Properties {

                /** AllowanceRequest round */
                round?: (number|null);

                /** AllowanceRequest account */
                account?: (passbook.v1.AccountId.$Properties|null);

                /** AllowanceRequest wantedMinor */
                wantedMinor?: (string|null);

                /** AllowanceRequest amountMinor */
                amountMinor?: (number|null);

                /** AllowanceRequest tieBreaker */
                tieBreaker?: (string|null);

                /** AllowanceRequest vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AllowanceRequest. */
            type $Shape = passbook.v1.AllowanceRequest.$Properties;
        }

        /**
         * Properties of an AllowanceReply.
         * @deprecated Use passbook.v1.AllowanceReply.$Properties instead.
         */
        interface IAllowanceReply extends passbook.v1.AllowanceReply.$Properties {
        }

        /** Represents an AllowanceReply. */
        class AllowanceReply {

            /**
             * Constructs a new AllowanceReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.AllowanceReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AllowanceReply round. */
            round: number;

            /** AllowanceReply vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified AllowanceReply message. Does not implicitly {@link passbook.v1.AllowanceReply.verify|verify} messages.
             * @param message AllowanceReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.AllowanceReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AllowanceReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.AllowanceReply & passbook.v1.AllowanceReply.$Shape} AllowanceReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.AllowanceReply & passbook.v1.AllowanceReply.$Shape;
        }

        namespace AllowanceReply {

            /** Properties of an AllowanceReply. */
            interface $Properties {

                /** AllowanceReply round */
                round?: (number|null);

                /** AllowanceReply vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AllowanceReply. */
            type $Shape = passbook.v1.AllowanceReply.$Properties;
        }

        /**
         * Properties of a Claim.
         * @deprecated Use passbook.v1.Claim.$Properties instead.
         */
        interface IClaim extends passbook.v1.Claim.$Properties {
        }

        /** Represents a Claim. */
        class Claim {

            /**
             * Constructs a new Claim.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Claim.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Claim session. */
            session?: (passbook.v1.WriteSession.$Properties|null);

            /** Claim counter. */
            counter: number;

            /** Claim by. */
            by?: (passbook.v1.WriteId.$Properties|null);

            /**
             * Encodes the specified Claim message. Does not implicitly {@link passbook.v1.Claim.verify|verify} messages.
             * @param message Claim message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Claim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Claim message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Claim & passbook.v1.Claim.$Shape} Claim
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Claim & passbook.v1.Claim.$Shape;
        }

        namespace Claim {

            /** Properties of a Claim. */
            interface $Properties {

                /** Claim session */
                session?: (passbook.v1.WriteSession.$Properties|null);

                /** Claim counter */
                counter?: (number|null);

                /** Claim by */
                by?: (passbook.v1.WriteId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Claim. */
            type $Shape = passbook.v1.Claim.$Properties;
        }

        /**
         * Properties of a ClaimReply.
         * @deprecated Use passbook.v1.ClaimReply.$Properties instead.
         */
        interface IClaimReply extends passbook.v1.ClaimReply.$Properties {
        }

        /** Represents a ClaimReply. */
        class ClaimReply {

            /**
             * Constructs a new ClaimReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.ClaimReply.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClaimReply session. */
            session?: (passbook.v1.WriteSession.$Properties|null);

            /** ClaimReply counter. */
            counter: number;

            /** ClaimReply writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /**
             * Encodes the specified ClaimReply message. Does not implicitly {@link passbook.v1.ClaimReply.verify|verify} messages.
             * @param message ClaimReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.ClaimReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClaimReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.ClaimReply & passbook.v1.ClaimReply.$Shape} ClaimReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.ClaimReply & passbook.v1.ClaimReply.$Shape;
        }

        namespace ClaimReply {

            /** Properties of a ClaimReply. */
            interface $Properties {

                /** ClaimReply session */
                session?: (passbook.v1.WriteSession.$Properties|null);

                /** ClaimReply counter */
                counter?: (number|null);

                /** ClaimReply writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClaimReply. */
            type $Shape = passbook.v1.ClaimReply.$Properties;
        }

        /**
         * Properties of a FenceRequest.
         * @deprecated Use passbook.v1.FenceRequest.$Properties instead.
         */
        interface IFenceRequest extends passbook.v1.FenceRequest.$Properties {
        }

        /** Represents a FenceRequest. */
        class FenceRequest {

            /**
             * Constructs a new FenceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.FenceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FenceRequest branch. */
            branch: number;

            /** FenceRequest successor. */
            successor?: (passbook.v1.Origin.$Properties|null);

            /**
             * Encodes the specified FenceRequest message. Does not implicitly {@link passbook.v1.FenceRequest.verify|verify} messages.
             * @param message FenceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.FenceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FenceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.FenceRequest & passbook.v1.FenceRequest.$Shape} FenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.FenceRequest & passbook.v1.FenceRequest.$Shape;
        }

        namespace FenceRequest {

            /** Properties of a FenceRequest. */
            interface $Properties {

                /** FenceRequest branch */
                branch?: (number|null);

                /** FenceRequest successor */
                successor?: (passbook.v1.Origin.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FenceRequest. */
            type $Shape = passbook.v1.FenceRequest.$Properties;
        }

        /**
         * Properties of a Dismissal.
         * @deprecated Use passbook.v1.Dismissal.$Properties instead.
         */
        interface IDismissal extends passbook.v1.Dismissal.$Properties {
        }

        /** Represents a Dismissal. */
        class Dismissal {

            /**
             * Constructs a new Dismissal.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Dismissal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Dismissal origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /**
             * Encodes the specified Dismissal message. Does not implicitly {@link passbook.v1.Dismissal.verify|verify} messages.
             * @param message Dismissal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Dismissal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Dismissal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Dismissal & passbook.v1.Dismissal.$Shape} Dismissal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Dismissal & passbook.v1.Dismissal.$Shape;
        }

        namespace Dismissal {

            /** Properties of a Dismissal. */
            interface $Properties {

                /** Dismissal origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Dismissal. */
            type $Shape = passbook.v1.Dismissal.$Properties;
        }

        /**
         * Properties of an AccountId.
         * @deprecated Use passbook.v1.AccountId.$Properties instead.
         */
        interface IAccountId extends passbook.v1.AccountId.$Properties {
        }

        /** Represents an AccountId. */
        class AccountId {

            /**
             * Constructs a new AccountId.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.AccountId.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccountId branch. */
            branch: number;

            /** AccountId nonce. */
            nonce: number;

            /** AccountId sequence. */
            sequence: number;

            /**
             * Encodes the specified AccountId message. Does not implicitly {@link passbook.v1.AccountId.verify|verify} messages.
             * @param message AccountId message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.AccountId.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccountId message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.AccountId & passbook.v1.AccountId.$Shape} AccountId
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.AccountId & passbook.v1.AccountId.$Shape;
        }

        namespace AccountId {

            /** Properties of an AccountId. */
            interface $Properties {

                /** AccountId branch */
                branch?: (number|null);

                /** AccountId nonce */
                nonce?: (number|null);

                /** AccountId sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccountId. */
            type $Shape = passbook.v1.AccountId.$Properties;
        }

        /**
         * Properties of a WriteBatch.
         * @deprecated Use passbook.v1.WriteBatch.$Properties instead.
         */
        interface IWriteBatch extends passbook.v1.WriteBatch.$Properties {
        }

        /** Represents a WriteBatch. */
        class WriteBatch {

            /**
             * Constructs a new WriteBatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.WriteBatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WriteBatch origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /** WriteBatch first. */
            first: number;

            /** WriteBatch kinds. */
            kinds: passbook.v1.WriteKind[];

            /** WriteBatch accountIndices. */
            accountIndices: number[];

            /** WriteBatch accounts. */
            accounts: passbook.v1.AccountId.$Properties[];

            /** WriteBatch amountsMinor. */
            amountsMinor: number[];

            /** WriteBatch sessionIndices. */
            sessionIndices: number[];

            /** WriteBatch sessions. */
            sessions: passbook.v1.WriteSession.$Properties[];

            /** WriteBatch counters. */
            counters: number[];

            /** WriteBatch counterparts. */
            counterparts: number[];

            /** WriteBatch labels. */
            labels: string[];

            /** WriteBatch origins. */
            origins: passbook.v1.Origin.$Properties[];

            /** WriteBatch dependencyAt. */
            dependencyAt: number[];

            /** WriteBatch dependencyOrigin. */
            dependencyOrigin: number[];

            /** WriteBatch dependencySequence. */
            dependencySequence: number[];

            /** WriteBatch previousDigest. */
            previousDigest: Uint8Array;

            /** WriteBatch followed. */
            followed: number;

            /** WriteBatch dependencyGrowth. */
            dependencyGrowth: number[];

            /**
             * Encodes the specified WriteBatch message. Does not implicitly {@link passbook.v1.WriteBatch.verify|verify} messages.
             * @param message WriteBatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.WriteBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteBatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.WriteBatch & passbook.v1.WriteBatch.$Shape} WriteBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.WriteBatch & passbook.v1.WriteBatch.$Shape;
        }

        namespace WriteBatch {

            /** Properties of a WriteBatch. */
            interface $Properties {

                /** WriteBatch origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** WriteBatch first */
                first?: (number|null);

                /** WriteBatch kinds */
                kinds?: (passbook.v1.WriteKind[]|null);

                /** WriteBatch accountIndices */
                accountIndices?: (number[]|null);

                /** WriteBatch accounts */
                accounts?: (passbook.v1.AccountId.$Properties[]|null);

                /** WriteBatch amountsMinor */
                amountsMinor?: (number[]|null);

                /** WriteBatch sessionIndices */
                sessionIndices?: (number[]|null);

                /** WriteBatch sessions */
                sessions?: (passbook.v1.WriteSession.$Properties[]|null);

                /** WriteBatch counters */
                counters?: (number[]|null);

                /** WriteBatch counterparts */
                counterparts?: (number[]|null);

                /** WriteBatch labels */
                labels?: (string[]|null);

                /** WriteBatch origins */
                origins?: (passbook.v1.Origin.$Properties[]|null);

                /** WriteBatch dependencyAt */
                dependencyAt?: (number[]|null);

                /** WriteBatch dependencyOrigin */
                dependencyOrigin?: (number[]|null);

                /** WriteBatch dependencySequence */
                dependencySequence?: (number[]|null);

                /** WriteBatch previousDigest */
                previousDigest?: (Uint8Array|null);

                /** WriteBatch followed */
                followed?: (number|null);

                /** WriteBatch dependencyGrowth */
                dependencyGrowth?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WriteBatch. */
            type $Shape = passbook.v1.WriteBatch.$Properties;
        }

        /**
         * Properties of a PageToken.
         * @deprecated Use passbook.v1.PageToken.$Properties instead.
         */
        interface IPageToken extends passbook.v1.PageToken.$Properties {
        }

        /** Represents a PageToken. */
        class PageToken {

            /**
             * Constructs a new PageToken.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.PageToken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PageToken account. */
            account: string;

            /** PageToken vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** PageToken broughtForward. */
            broughtForward?: (passbook.v1.VersionVector.$Properties|null);

            /** PageToken rank. */
            rank: number;

            /** PageToken last. */
            last?: (passbook.v1.WriteId.$Properties|null);

            /**
             * Encodes the specified PageToken message. Does not implicitly {@link passbook.v1.PageToken.verify|verify} messages.
             * @param message PageToken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.PageToken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PageToken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.PageToken & passbook.v1.PageToken.$Shape} PageToken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.PageToken & passbook.v1.PageToken.$Shape;
        }

        namespace PageToken {

            /** Properties of a PageToken. */
            interface $Properties {

                /** PageToken account */
                account?: (string|null);

                /** PageToken vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** PageToken broughtForward */
                broughtForward?: (passbook.v1.VersionVector.$Properties|null);

                /** PageToken rank */
                rank?: (number|null);

                /** PageToken last */
                last?: (passbook.v1.WriteId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PageToken. */
            type $Shape = passbook.v1.PageToken.$Properties;
        }

        /**
         * Properties of a WriteSession.
         * @deprecated Use passbook.v1.WriteSession.$Properties instead.
         */
        interface IWriteSession extends passbook.v1.WriteSession.$Properties {
        }

        /** Represents a WriteSession. */
        class WriteSession {

            /**
             * Constructs a new WriteSession.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.WriteSession.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WriteSession customer. */
            customer: string;

            /** WriteSession session. */
            session: number;

            /** WriteSession settledBelow. */
            settledBelow: number;

            /**
             * Encodes the specified WriteSession message. Does not implicitly {@link passbook.v1.WriteSession.verify|verify} messages.
             * @param message WriteSession message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.WriteSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WriteSession message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.WriteSession & passbook.v1.WriteSession.$Shape} WriteSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.WriteSession & passbook.v1.WriteSession.$Shape;
        }

        namespace WriteSession {

            /** Properties of a WriteSession. */
            interface $Properties {

                /** WriteSession customer */
                customer?: (string|null);

                /** WriteSession session */
                session?: (number|null);

                /** WriteSession settledBelow */
                settledBelow?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WriteSession. */
            type $Shape = passbook.v1.WriteSession.$Properties;
        }

        /**
         * Properties of a Snapshot.
         * @deprecated Use passbook.v1.Snapshot.$Properties instead.
         */
        interface ISnapshot extends passbook.v1.Snapshot.$Properties {
        }

        /** Represents a Snapshot. */
        class Snapshot {

            /**
             * Constructs a new Snapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Snapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Snapshot bankId. */
            bankId: string;

            /** Snapshot vector. */
            vector?: (passbook.v1.VersionVector.$Properties|null);

            /** Snapshot accounts. */
            accounts: passbook.v1.AccountSnapshot.$Properties[];

            /** Snapshot origins. */
            origins: passbook.v1.OriginSnapshot.$Properties[];

            /** Snapshot sessions. */
            sessions: passbook.v1.SessionSnapshot.$Properties[];

            /** Snapshot pending. */
            pending: Uint8Array[];

            /** Snapshot count. */
            count: number;

            /** Snapshot grants. */
            grants: passbook.v1.GrantSnapshot.$Properties[];

            /** Snapshot joined. */
            joined: passbook.v1.Joined.$Properties[];

            /** Snapshot fences. */
            fences: passbook.v1.Fence.$Properties[];

            /** Snapshot seals. */
            seals: passbook.v1.Seal.$Properties[];

            /** Snapshot log. */
            log: Uint8Array[];

            /**
             * Encodes the specified Snapshot message. Does not implicitly {@link passbook.v1.Snapshot.verify|verify} messages.
             * @param message Snapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Snapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Snapshot & passbook.v1.Snapshot.$Shape} Snapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Snapshot & passbook.v1.Snapshot.$Shape;
        }

        namespace Snapshot {

            /** Properties of a Snapshot. */
            interface $Properties {

                /** Snapshot bankId */
                bankId?: (string|null);

                /** Snapshot vector */
                vector?: (passbook.v1.VersionVector.$Properties|null);

                /** Snapshot accounts */
                accounts?: (passbook.v1.AccountSnapshot.$Properties[]|null);

                /** Snapshot origins */
                origins?: (passbook.v1.OriginSnapshot.$Properties[]|null);

                /** Snapshot sessions */
                sessions?: (passbook.v1.SessionSnapshot.$Properties[]|null);

                /** Snapshot pending */
                pending?: (Uint8Array[]|null);

                /** Snapshot count */
                count?: (number|null);

                /** Snapshot grants */
                grants?: (passbook.v1.GrantSnapshot.$Properties[]|null);

                /** Snapshot joined */
                joined?: (passbook.v1.Joined.$Properties[]|null);

                /** Snapshot fences */
                fences?: (passbook.v1.Fence.$Properties[]|null);

                /** Snapshot seals */
                seals?: (passbook.v1.Seal.$Properties[]|null);

                /** Snapshot log */
                log?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Snapshot. */
            type $Shape = passbook.v1.Snapshot.$Properties;
        }

        /**
         * Properties of a Joined.
         * @deprecated Use passbook.v1.Joined.$Properties instead.
         */
        interface IJoined extends passbook.v1.Joined.$Properties {
        }

        /** Represents a Joined. */
        class Joined {

            /**
             * Constructs a new Joined.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Joined.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Joined branch. */
            branch: number;

            /** Joined address. */
            address: string;

            /** Joined by. */
            by?: (passbook.v1.WriteId.$Properties|null);

            /**
             * Encodes the specified Joined message. Does not implicitly {@link passbook.v1.Joined.verify|verify} messages.
             * @param message Joined message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Joined.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Joined message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Joined & passbook.v1.Joined.$Shape} Joined
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Joined & passbook.v1.Joined.$Shape;
        }

        namespace Joined {

            /** Properties of a Joined. */
            interface $Properties {

                /** Joined branch */
                branch?: (number|null);

                /** Joined address */
                address?: (string|null);

                /** Joined by */
                by?: (passbook.v1.WriteId.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Joined. */
            type $Shape = passbook.v1.Joined.$Properties;
        }

        /**
         * Properties of a Fence.
         * @deprecated Use passbook.v1.Fence.$Properties instead.
         */
        interface IFence extends passbook.v1.Fence.$Properties {
        }

        /** Represents a Fence. */
        class Fence {

            /**
             * Constructs a new Fence.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Fence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Fence of. */
            of: number;

            /** Fence by. */
            by: number;

            /** Fence successor. */
            successor?: (passbook.v1.Origin.$Properties|null);

            /**
             * Encodes the specified Fence message. Does not implicitly {@link passbook.v1.Fence.verify|verify} messages.
             * @param message Fence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Fence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Fence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Fence & passbook.v1.Fence.$Shape} Fence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Fence & passbook.v1.Fence.$Shape;
        }

        namespace Fence {

            /** Properties of a Fence. */
            interface $Properties {

                /** Fence of */
                of?: (number|null);

                /** Fence by */
                by?: (number|null);

                /** Fence successor */
                successor?: (passbook.v1.Origin.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Fence. */
            type $Shape = passbook.v1.Fence.$Properties;
        }

        /**
         * Properties of a Seal.
         * @deprecated Use passbook.v1.Seal.$Properties instead.
         */
        interface ISeal extends passbook.v1.Seal.$Properties {
        }

        /** Represents a Seal. */
        class Seal {

            /**
             * Constructs a new Seal.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.Seal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Seal branch. */
            branch: number;

            /** Seal successor. */
            successor?: (passbook.v1.Origin.$Properties|null);

            /** Seal by. */
            by?: (passbook.v1.WriteId.$Properties|null);

            /** Seal cuts. */
            cuts?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified Seal message. Does not implicitly {@link passbook.v1.Seal.verify|verify} messages.
             * @param message Seal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.Seal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Seal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.Seal & passbook.v1.Seal.$Shape} Seal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.Seal & passbook.v1.Seal.$Shape;
        }

        namespace Seal {

            /** Properties of a Seal. */
            interface $Properties {

                /** Seal branch */
                branch?: (number|null);

                /** Seal successor */
                successor?: (passbook.v1.Origin.$Properties|null);

                /** Seal by */
                by?: (passbook.v1.WriteId.$Properties|null);

                /** Seal cuts */
                cuts?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Seal. */
            type $Shape = passbook.v1.Seal.$Properties;
        }

        /**
         * Properties of a GrantSnapshot.
         * @deprecated Use passbook.v1.GrantSnapshot.$Properties instead.
         */
        interface IGrantSnapshot extends passbook.v1.GrantSnapshot.$Properties {
        }

        /** Represents a GrantSnapshot. */
        class GrantSnapshot {

            /**
             * Constructs a new GrantSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.GrantSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GrantSnapshot account. */
            account?: (passbook.v1.AccountId.$Properties|null);

            /** GrantSnapshot branch. */
            branch: number;

            /** GrantSnapshot sequence. */
            sequence: number;

            /**
             * Encodes the specified GrantSnapshot message. Does not implicitly {@link passbook.v1.GrantSnapshot.verify|verify} messages.
             * @param message GrantSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.GrantSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GrantSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.GrantSnapshot & passbook.v1.GrantSnapshot.$Shape} GrantSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.GrantSnapshot & passbook.v1.GrantSnapshot.$Shape;
        }

        namespace GrantSnapshot {

            /** Properties of a GrantSnapshot. */
            interface $Properties {

                /** GrantSnapshot account */
                account?: (passbook.v1.AccountId.$Properties|null);

                /** GrantSnapshot branch */
                branch?: (number|null);

                /** GrantSnapshot sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GrantSnapshot. */
            type $Shape = passbook.v1.GrantSnapshot.$Properties;
        }

        /**
         * Properties of an AccountSnapshot.
         * @deprecated Use passbook.v1.AccountSnapshot.$Properties instead.
         */
        interface IAccountSnapshot extends passbook.v1.AccountSnapshot.$Properties {
        }

        /** Represents an AccountSnapshot. */
        class AccountSnapshot {

            /**
             * Constructs a new AccountSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.AccountSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccountSnapshot account. */
            account?: (passbook.v1.AccountId.$Properties|null);

            /** AccountSnapshot label. */
            label: string;

            /** AccountSnapshot creditsMinor. */
            creditsMinor: string;

            /** AccountSnapshot debitsMinor. */
            debitsMinor: string;

            /** AccountSnapshot branches. */
            branches: number[];

            /** AccountSnapshot allowancesMinor. */
            allowancesMinor: string[];

            /**
             * Encodes the specified AccountSnapshot message. Does not implicitly {@link passbook.v1.AccountSnapshot.verify|verify} messages.
             * @param message AccountSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.AccountSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccountSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.AccountSnapshot & passbook.v1.AccountSnapshot.$Shape} AccountSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.AccountSnapshot & passbook.v1.AccountSnapshot.$Shape;
        }

        namespace AccountSnapshot {

            /** Properties of an AccountSnapshot. */
            interface $Properties {

                /** AccountSnapshot account */
                account?: (passbook.v1.AccountId.$Properties|null);

                /** AccountSnapshot label */
                label?: (string|null);

                /** AccountSnapshot creditsMinor */
                creditsMinor?: (string|null);

                /** AccountSnapshot debitsMinor */
                debitsMinor?: (string|null);

                /** AccountSnapshot branches */
                branches?: (number[]|null);

                /** AccountSnapshot allowancesMinor */
                allowancesMinor?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccountSnapshot. */
            type $Shape = passbook.v1.AccountSnapshot.$Properties;
        }

        /**
         * Properties of an OriginSnapshot.
         * @deprecated Use passbook.v1.OriginSnapshot.$Properties instead.
         */
        interface IOriginSnapshot extends passbook.v1.OriginSnapshot.$Properties {
        }

        /** Represents an OriginSnapshot. */
        class OriginSnapshot {

            /**
             * Constructs a new OriginSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.OriginSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OriginSnapshot origin. */
            origin?: (passbook.v1.Origin.$Properties|null);

            /** OriginSnapshot followed. */
            followed?: (passbook.v1.VersionVector.$Properties|null);

            /** OriginSnapshot digest. */
            digest: Uint8Array;

            /**
             * Encodes the specified OriginSnapshot message. Does not implicitly {@link passbook.v1.OriginSnapshot.verify|verify} messages.
             * @param message OriginSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.OriginSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OriginSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.OriginSnapshot & passbook.v1.OriginSnapshot.$Shape} OriginSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.OriginSnapshot & passbook.v1.OriginSnapshot.$Shape;
        }

        namespace OriginSnapshot {

            /** Properties of an OriginSnapshot. */
            interface $Properties {

                /** OriginSnapshot origin */
                origin?: (passbook.v1.Origin.$Properties|null);

                /** OriginSnapshot followed */
                followed?: (passbook.v1.VersionVector.$Properties|null);

                /** OriginSnapshot digest */
                digest?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OriginSnapshot. */
            type $Shape = passbook.v1.OriginSnapshot.$Properties;
        }

        /**
         * Properties of a SessionSnapshot.
         * @deprecated Use passbook.v1.SessionSnapshot.$Properties instead.
         */
        interface ISessionSnapshot extends passbook.v1.SessionSnapshot.$Properties {
        }

        /** Represents a SessionSnapshot. */
        class SessionSnapshot {

            /**
             * Constructs a new SessionSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.SessionSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SessionSnapshot session. */
            session?: (passbook.v1.WriteSession.$Properties|null);

            /** SessionSnapshot requests. */
            requests: passbook.v1.RequestSnapshot.$Properties[];

            /**
             * Encodes the specified SessionSnapshot message. Does not implicitly {@link passbook.v1.SessionSnapshot.verify|verify} messages.
             * @param message SessionSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.SessionSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SessionSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.SessionSnapshot & passbook.v1.SessionSnapshot.$Shape} SessionSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.SessionSnapshot & passbook.v1.SessionSnapshot.$Shape;
        }

        namespace SessionSnapshot {

            /** Properties of a SessionSnapshot. */
            interface $Properties {

                /** SessionSnapshot session */
                session?: (passbook.v1.WriteSession.$Properties|null);

                /** SessionSnapshot requests */
                requests?: (passbook.v1.RequestSnapshot.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SessionSnapshot. */
            type $Shape = passbook.v1.SessionSnapshot.$Properties;
        }

        /**
         * Properties of a RequestSnapshot.
         * @deprecated Use passbook.v1.RequestSnapshot.$Properties instead.
         */
        interface IRequestSnapshot extends passbook.v1.RequestSnapshot.$Properties {
        }

        /** Represents a RequestSnapshot. */
        class RequestSnapshot {

            /**
             * Constructs a new RequestSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: passbook.v1.RequestSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RequestSnapshot counter. */
            counter: number;

            /** RequestSnapshot writeId. */
            writeId?: (passbook.v1.WriteId.$Properties|null);

            /** RequestSnapshot kind. */
            kind: passbook.v1.WriteKind;

            /** RequestSnapshot account. */
            account?: (passbook.v1.AccountId.$Properties|null);

            /** RequestSnapshot amountMinor. */
            amountMinor: number;

            /** RequestSnapshot to. */
            to?: (passbook.v1.AccountId.$Properties|null);

            /** RequestSnapshot receiver. */
            receiver: number;

            /** RequestSnapshot label. */
            label: string;

            /** RequestSnapshot others. */
            others?: (passbook.v1.VersionVector.$Properties|null);

            /**
             * Encodes the specified RequestSnapshot message. Does not implicitly {@link passbook.v1.RequestSnapshot.verify|verify} messages.
             * @param message RequestSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: passbook.v1.RequestSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RequestSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {passbook.v1.RequestSnapshot & passbook.v1.RequestSnapshot.$Shape} RequestSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): passbook.v1.RequestSnapshot & passbook.v1.RequestSnapshot.$Shape;
        }

        namespace RequestSnapshot {

            /** Properties of a RequestSnapshot. */
            interface $Properties {

                /** RequestSnapshot counter */
                counter?: (number|null);

                /** RequestSnapshot writeId */
                writeId?: (passbook.v1.WriteId.$Properties|null);

                /** RequestSnapshot kind */
                kind?: (passbook.v1.WriteKind|null);

                /** RequestSnapshot account */
                account?: (passbook.v1.AccountId.$Properties|null);

                /** RequestSnapshot amountMinor */
                amountMinor?: (number|null);

                /** RequestSnapshot to */
                to?: (passbook.v1.AccountId.$Properties|null);

                /** RequestSnapshot receiver */
                receiver?: (number|null);

                /** RequestSnapshot label */
                label?: (string|null);

                /** RequestSnapshot others */
                others?: (passbook.v1.VersionVector.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RequestSnapshot. */
            type $Shape = passbook.v1.RequestSnapshot.$Properties;
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Duration.
         * @deprecated Use google.protobuf.Duration.$Properties instead.
         */
        interface IDuration extends google.protobuf.Duration.$Properties {
        }

        /** Represents a Duration. */
        class Duration {

            /**
             * Constructs a new Duration.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Duration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Duration seconds. */
            seconds: number;

            /** Duration nanos. */
            nanos: number;

            /**
             * Encodes the specified Duration message. Does not implicitly {@link google.protobuf.Duration.verify|verify} messages.
             * @param message Duration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Duration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Duration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Duration & google.protobuf.Duration.$Shape} Duration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Duration & google.protobuf.Duration.$Shape;
        }

        namespace Duration {

            /** Properties of a Duration. */
            interface $Properties {

                /** Duration seconds */
                seconds?: (number|null);

                /** Duration nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Duration. */
            type $Shape = google.protobuf.Duration.$Properties;
        }

        /**
         * Properties of an Any.
         * @deprecated Use google.protobuf.Any.$Properties instead.
         */
        interface IAny extends google.protobuf.Any.$Properties {
        }

        /** Represents an Any. */
        class Any {

            /**
             * Constructs a new Any.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Any.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Any type_url. */
            type_url: string;

            /** Any value. */
            value: Uint8Array;

            /**
             * Encodes the specified Any message. Does not implicitly {@link google.protobuf.Any.verify|verify} messages.
             * @param message Any message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Any.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Any message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Any & google.protobuf.Any.$Shape} Any
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Any & google.protobuf.Any.$Shape;
        }

        namespace Any {

            /** Properties of an Any. */
            interface $Properties {

                /** Any type_url */
                type_url?: (string|null);

                /** Any value */
                value?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Any. */
            type $Shape = google.protobuf.Any.$Properties;
        }
    }

    /** Namespace rpc. */
    namespace rpc {

        /**
         * Properties of an ErrorInfo.
         * @deprecated Use google.rpc.ErrorInfo.$Properties instead.
         */
        interface IErrorInfo extends google.rpc.ErrorInfo.$Properties {
        }

        /** Represents an ErrorInfo. */
        class ErrorInfo {

            /**
             * Constructs a new ErrorInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.rpc.ErrorInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ErrorInfo reason. */
            reason: string;

            /** ErrorInfo domain. */
            domain: string;

            /** ErrorInfo metadata. */
            metadata: { [k: string]: string };

            /**
             * Encodes the specified ErrorInfo message. Does not implicitly {@link google.rpc.ErrorInfo.verify|verify} messages.
             * @param message ErrorInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.rpc.ErrorInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ErrorInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.rpc.ErrorInfo & google.rpc.ErrorInfo.$Shape} ErrorInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.ErrorInfo & google.rpc.ErrorInfo.$Shape;
        }

        namespace ErrorInfo {

            /** Properties of an ErrorInfo. */
            interface $Properties {

                /** ErrorInfo reason */
                reason?: (string|null);

                /** ErrorInfo domain */
                domain?: (string|null);

                /** ErrorInfo metadata */
                metadata?: ({ [k: string]: string }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ErrorInfo. */
            type $Shape = google.rpc.ErrorInfo.$Properties;
        }

        /**
         * Properties of a RetryInfo.
         * @deprecated Use google.rpc.RetryInfo.$Properties instead.
         */
        interface IRetryInfo extends google.rpc.RetryInfo.$Properties {
        }

        /** Represents a RetryInfo. */
        class RetryInfo {

            /**
             * Constructs a new RetryInfo.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.rpc.RetryInfo.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RetryInfo retryDelay. */
            retryDelay?: (google.protobuf.Duration.$Properties|null);

            /**
             * Encodes the specified RetryInfo message. Does not implicitly {@link google.rpc.RetryInfo.verify|verify} messages.
             * @param message RetryInfo message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.rpc.RetryInfo.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RetryInfo message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.rpc.RetryInfo & google.rpc.RetryInfo.$Shape} RetryInfo
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.RetryInfo & google.rpc.RetryInfo.$Shape;
        }

        namespace RetryInfo {

            /** Properties of a RetryInfo. */
            interface $Properties {

                /** RetryInfo retryDelay */
                retryDelay?: (google.protobuf.Duration.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RetryInfo. */
            type $Shape = google.rpc.RetryInfo.$Properties;
        }

        /**
         * Properties of a BadRequest.
         * @deprecated Use google.rpc.BadRequest.$Properties instead.
         */
        interface IBadRequest extends google.rpc.BadRequest.$Properties {
        }

        /** Represents a BadRequest. */
        class BadRequest {

            /**
             * Constructs a new BadRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.rpc.BadRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BadRequest fieldViolations. */
            fieldViolations: google.rpc.BadRequest.FieldViolation.$Properties[];

            /**
             * Encodes the specified BadRequest message. Does not implicitly {@link google.rpc.BadRequest.verify|verify} messages.
             * @param message BadRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.rpc.BadRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BadRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.rpc.BadRequest & google.rpc.BadRequest.$Shape} BadRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.BadRequest & google.rpc.BadRequest.$Shape;
        }

        namespace BadRequest {

            /** Properties of a BadRequest. */
            interface $Properties {

                /** BadRequest fieldViolations */
                fieldViolations?: (google.rpc.BadRequest.FieldViolation.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BadRequest. */
            type $Shape = google.rpc.BadRequest.$Properties;

            /**
             * Properties of a FieldViolation.
             * @deprecated Use google.rpc.BadRequest.FieldViolation.$Properties instead.
             */
            interface IFieldViolation extends google.rpc.BadRequest.FieldViolation.$Properties {
            }

            /** Represents a FieldViolation. */
            class FieldViolation {

                /**
                 * Constructs a new FieldViolation.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: google.rpc.BadRequest.FieldViolation.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** FieldViolation field. */
                field: string;

                /** FieldViolation description. */
                description: string;

                /**
                 * Encodes the specified FieldViolation message. Does not implicitly {@link google.rpc.BadRequest.FieldViolation.verify|verify} messages.
                 * @param message FieldViolation message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: google.rpc.BadRequest.FieldViolation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a FieldViolation message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {google.rpc.BadRequest.FieldViolation & google.rpc.BadRequest.FieldViolation.$Shape} FieldViolation
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.BadRequest.FieldViolation & google.rpc.BadRequest.FieldViolation.$Shape;
            }

            namespace FieldViolation {

                /** Properties of a FieldViolation. */
                interface $Properties {

                    /** FieldViolation field */
                    field?: (string|null);

                    /** FieldViolation description */
                    description?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a FieldViolation. */
                type $Shape = google.rpc.BadRequest.FieldViolation.$Properties;
            }
        }

        /**
         * Properties of a Status.
         * @deprecated Use google.rpc.Status.$Properties instead.
         */
        interface IStatus extends google.rpc.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.rpc.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Status code. */
            code: number;

            /** Status message. */
            message: string;

            /** Status details. */
            details: google.protobuf.Any.$Properties[];

            /**
             * Encodes the specified Status message. Does not implicitly {@link google.rpc.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.rpc.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.rpc.Status & google.rpc.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.rpc.Status & google.rpc.Status.$Shape;
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Status code */
                code?: (number|null);

                /** Status message */
                message?: (string|null);

                /** Status details */
                details?: (google.protobuf.Any.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = google.rpc.Status.$Properties;
        }
    }
}
