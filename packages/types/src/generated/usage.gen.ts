// Generated from openapi/usage.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/api-user/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * get credits
         * @description The credits that the account has left.
         */
        get: operations["ApiUserController_getCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-user/points/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * search points
         * @description The charges of the account, newest pages first or not is not documented.
         */
        post: operations["ApiUserController_searchPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-user/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * get services
         * @description The services of the account; an id narrows a usage or points search.
         */
        get: operations["ApiUserController_getServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        CreditsDto: {
            /**
             * @description The credits that the account has left.
             * @example 10000
             */
            credits: number;
        };
        /** @description at most 90 days */
        DateRangeDto: {
            /** @description The beginning of the period, in milliseconds since 1970-01-01 UTC. */
            start: number;
            /** @description The end of the period, in milliseconds since 1970-01-01 UTC. At most 90 days after the beginning. */
            end: number;
        };
        PageMetaDto: {
            /** @description How many charges all pages have together. */
            totalItems: number;
            /** @description How many charges this page has. */
            itemCount: number;
            /** @description How many charges a page may have. */
            itemsPerPage: number;
            /** @description How many pages there are. */
            totalPages: number;
            /** @description The number of this page. */
            currentPage: number;
        };
        PointsItemDto: {
            /**
             * Format: uuid
             * @description The id of the charge.
             */
            id: string;
            /** @description The name of the service that was called. */
            serviceName?: string;
            /** @description The path of the call that was charged. */
            apiPath: string;
            /** @description The HTTP method of the call that was charged. */
            apiMethod?: string;
            /** @description The credits that were deducted. */
            finalAmount: number;
            /** @description The balance before the charge, in credits. */
            beforeCredits?: number;
            /** @description The balance after the charge, in credits. */
            afterCredits?: number;
            /** @description The trace id of the call. Its use is not documented. */
            traceId?: string;
            /**
             * Format: date-time
             * @description When the charge was made, in ISO 8601.
             */
            createdAt: string;
        };
        PointsPageDto: {
            /** @description The charges of this page. Their order is not documented. */
            items: components["schemas"]["PointsItemDto"][];
            /** @description Which page this is, and how many there are. */
            meta: components["schemas"]["PageMetaDto"];
        };
        PointsSearchDto: {
            /** @description The period to search, 90 days at most. */
            dateRange: components["schemas"]["DateRangeDto"];
            /** @description The page to read. The number of the first page is not documented. */
            page?: number;
            /** @description How many charges a page may have. Its default and its upper limit are not documented. */
            limit?: number;
            /** @description Search for charges of this service only: an id from `GET /api-user/services`. */
            serviceId?: string;
        };
        ServiceItemDto: {
            /**
             * Format: uuid
             * @description The id of the service. It goes into `serviceId` of a search.
             */
            id: string;
            /**
             * @description The name of the service, such as `chat`.
             * @example chat
             */
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ApiUserController_getCredits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditsDto"];
                };
            };
        };
    };
    ApiUserController_searchPoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsSearchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsPageDto"];
                };
            };
        };
    };
    ApiUserController_getServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceItemDto"][];
                };
            };
        };
    };
}
