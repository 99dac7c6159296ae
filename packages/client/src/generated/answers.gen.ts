// Generated from openapi/*.yaml by `npm run generate -w packages/client`. Do not edit.
import type { AnswerSchema } from '../answer-schema.ts';

export const answers: Readonly<Record<string, AnswerSchema>> = {
  "POST /suno/v2/adjustSpeed": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/audio/crop": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/audio/fade": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/audio/upload/session": {
    "type": "object",
    "properties": {
      "sessionId": {
        "type": "string"
      }
    },
    "required": [
      "sessionId"
    ]
  },
  "POST /suno/v2/audio/upload/session/item": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/concat": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/customModel/create": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/customModel/prepare": {
    "type": "object",
    "properties": {
      "sessionId": {
        "type": "string"
      }
    },
    "required": [
      "sessionId"
    ]
  },
  "POST /suno/v2/customModel/upload": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/downbeats": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/generate": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "GET /suno/v2/generate/schema": {
    "type": "array",
    "items": {
      "type": "object",
      "properties": {
        "task": {
          "type": "string"
        },
        "description": {
          "type": "string"
        },
        "required": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "field": {
                "type": "string"
              },
              "description": {
                "type": "string"
              },
              "example": {},
              "type": {
                "type": "string"
              }
            },
            "required": [
              "field"
            ]
          }
        },
        "optional": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "field": {
                "type": "string"
              },
              "description": {
                "type": "string"
              },
              "example": {},
              "type": {
                "type": "string"
              }
            },
            "required": [
              "field"
            ]
          }
        },
        "notAllowed": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "example": {
          "type": "object"
        }
      },
      "required": [
        "task"
      ]
    }
  },
  "POST /suno/v2/getVoxStem": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "status": {
        "type": "string"
      },
      "source_clip_id": {
        "type": "string"
      },
      "vocal_start_s": {
        "type": "number"
      },
      "vocal_end_s": {
        "type": "number"
      },
      "vocal_audio_url": {
        "type": "string"
      }
    },
    "required": [
      "id"
    ]
  },
  "POST /suno/v2/image/generate": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/lyrics": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/mashupLyrics": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/mdi": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/persona": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "description": {
        "type": "string"
      },
      "persona_type": {
        "type": "string"
      },
      "is_public": {
        "type": "boolean"
      },
      "clip": {
        "type": "object"
      },
      "root_clip_id": {
        "type": "string"
      },
      "vocal_start_s": {
        "type": "number"
      },
      "vocal_end_s": {
        "type": "number"
      }
    },
    "required": [
      "id"
    ]
  },
  "POST /suno/v2/playlist/create": {
    "type": "object",
    "properties": {
      "playlist_id": {
        "type": "string"
      }
    },
    "required": [
      "playlist_id"
    ]
  },
  "POST /suno/v2/remaster": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "GET /suno/v2/status": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      },
      "status": {
        "type": "string"
      },
      "createdAt": {
        "type": "string"
      },
      "failReason": {
        "type": "string"
      },
      "failCode": {
        "type": "number"
      },
      "data": {
        "anyOf": [
          {
            "type": "object"
          },
          {
            "type": "array",
            "items": {}
          }
        ]
      },
      "finishAt": {
        "type": "string"
      },
      "result": {}
    },
    "required": [
      "taskId",
      "status",
      "createdAt"
    ]
  },
  "POST /suno/v2/timing": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/upload": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/voicePersona/complete": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/voicePersona/create": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "POST /suno/v2/voicePersona/init": {
    "type": "object",
    "properties": {
      "taskId": {
        "type": "string"
      }
    },
    "required": [
      "taskId"
    ]
  },
  "GET /api-user/credits": {
    "type": "object",
    "properties": {
      "credits": {
        "type": "number"
      }
    },
    "required": [
      "credits"
    ]
  },
  "POST /api-user/points/search": {
    "type": "object",
    "properties": {
      "items": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "serviceName": {
              "type": "string"
            },
            "apiPath": {
              "type": "string"
            },
            "apiMethod": {
              "type": "string"
            },
            "finalAmount": {
              "type": "number"
            },
            "beforeCredits": {
              "type": "number"
            },
            "afterCredits": {
              "type": "number"
            },
            "traceId": {
              "type": "string"
            },
            "createdAt": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "apiPath",
            "finalAmount",
            "createdAt"
          ]
        }
      },
      "meta": {
        "type": "object",
        "properties": {
          "totalItems": {
            "type": "number"
          },
          "itemCount": {
            "type": "number"
          },
          "itemsPerPage": {
            "type": "number"
          },
          "totalPages": {
            "type": "number"
          },
          "currentPage": {
            "type": "number"
          }
        },
        "required": [
          "totalItems",
          "itemCount",
          "itemsPerPage",
          "totalPages",
          "currentPage"
        ]
      }
    },
    "required": [
      "items",
      "meta"
    ]
  },
  "GET /api-user/services": {
    "type": "array",
    "items": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        },
        "name": {
          "type": "string"
        }
      },
      "required": [
        "id",
        "name"
      ]
    }
  }
};
