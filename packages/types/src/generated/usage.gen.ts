// Generated from openapi/usage.yaml by `npm run spec:generate`. Do not edit.

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
            /** @example 10000 */
            credits: number;
        };
        /** @description at most 90 days */
        DateRangeDto: {
            /** @description milliseconds since the epoch */
            start: number;
            /** @description milliseconds since the epoch */
            end: number;
        };
        PageMetaDto: {
            totalItems: number;
            itemCount: number;
            itemsPerPage: number;
            totalPages: number;
            currentPage: number;
        };
        PointsItemDto: {
            /** Format: uuid */
            id: string;
            serviceName?: string;
            apiPath: string;
            apiMethod?: string;
            /** @description credits deducted */
            finalAmount: number;
            beforeCredits?: number;
            afterCredits?: number;
            traceId?: string;
            /** Format: date-time */
            createdAt: string;
        };
        PointsPageDto: {
            items: components["schemas"]["PointsItemDto"][];
            meta: components["schemas"]["PageMetaDto"];
        };
        PointsSearchDto: {
            dateRange: components["schemas"]["DateRangeDto"];
            page?: number;
            limit?: number;
            serviceId?: string;
        };
        ServiceItemDto: {
            /** Format: uuid */
            id: string;
            /** @example chat */
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
